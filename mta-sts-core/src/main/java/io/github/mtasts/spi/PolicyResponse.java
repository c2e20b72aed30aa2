package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of fetching a policy. Whatever happened is data; nothing is thrown for a state of the world.
 *
 * @param status how far it came
 * @param httpStatus the HTTP status code; empty when no answer came
 * @param contentType the Content-Type header as received; empty when it was missing
 * @param body the body; empty unless the status is {@link FetchStatus#OK}
 * @param location the Location header as received; empty when it was missing
 * @param aliases the CNAME targets between the policy host and its addresses, in order; empty when there were none
 * @param addresses the policy host's addresses as text, in the order in which they were tried
 * @param certificate what the certificate says, also when it was refused; empty when none was seen
 * @param detail for people: what exactly went wrong; empty when the status says it all
 */
public record PolicyResponse(
        FetchStatus status,
        Optional<Integer> httpStatus,
        Optional<String> contentType,
        Optional<Octets> body,
        Optional<String> location,
        List<String> aliases,
        List<String> addresses,
        Optional<CertificateSummary> certificate,
        String detail) {

    /** Refuses null, copies the lists. */
    public PolicyResponse {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(httpStatus, "httpStatus");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(detail, "detail");
        aliases = List.copyOf(aliases);
        addresses = List.copyOf(addresses);
    }

    /**
     * A policy served as it should be: status 200, {@code text/plain}.
     *
     * @param policy the text, sent as UTF-8
     * @return the answer
     */
    public static PolicyResponse ok(String policy) {
        return answer(200, Optional.of("text/plain"), policy.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A complete HTTP answer.
     *
     * @param httpStatus the status code
     * @param contentType the Content-Type header; empty when it was missing
     * @param body the octets of the body
     * @return the answer, without location, aliases, addresses or certificate
     */
    public static PolicyResponse answer(int httpStatus, Optional<String> contentType, byte[] body) {
        return new PolicyResponse(
                FetchStatus.OK,
                Optional.of(httpStatus),
                contentType,
                Optional.of(Octets.of(body)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    /**
     * No complete HTTP answer.
     *
     * @param status any but OK
     * @param detail for people; may be empty
     * @return the outcome
     */
    public static PolicyResponse without(FetchStatus status, String detail) {
        return new PolicyResponse(
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                detail);
    }

    /**
     * The same outcome with the Location header.
     *
     * @param header the header as received; empty when it was missing
     * @return a copy
     */
    public PolicyResponse withLocation(Optional<String> header) {
        return new PolicyResponse(
                status, httpStatus, contentType, body, header, aliases, addresses, certificate, detail);
    }

    /**
     * The same outcome with what was seen of the policy host.
     *
     * @param cnames the CNAME targets in order
     * @param hosts the addresses as text
     * @param seen the certificate, when one was seen
     * @return a copy
     */
    public PolicyResponse withHost(List<String> cnames, List<String> hosts, Optional<CertificateSummary> seen) {
        return new PolicyResponse(status, httpStatus, contentType, body, location, cnames, hosts, seen, detail);
    }

    /** The outcome, escaped and bounded. */
    @Override
    public String toString() {
        return "PolicyResponse[" + status + httpStatus.map(code -> " " + code).orElse("")
                + contentType.map(type -> ", " + RemoteText.quote(type)).orElse("")
                + body.map(text -> ", body " + text.quoted()).orElse("")
                + location.map(url -> ", location " + RemoteText.quote(url)).orElse("")
                + ", aliases [" + RemoteText.list(aliases) + "], addresses [" + RemoteText.list(addresses) + "]"
                + certificate.map(seen -> ", " + seen).orElse("")
                + (detail.isEmpty() ? "" : ", " + RemoteText.escape(detail)) + "]";
    }
}
