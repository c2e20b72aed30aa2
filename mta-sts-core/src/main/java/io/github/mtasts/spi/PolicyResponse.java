package io.github.mtasts.spi;

import static java.util.Objects.requireNonNull;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Octets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of fetching a policy, failures included: network failures are never thrown. */
public final class PolicyResponse {

    private final FetchStatus status;
    private final Optional<Integer> httpStatus;
    private final List<String> contentTypes;
    private final Optional<Octets> body;
    private final Optional<String> location;
    private final List<String> aliases;
    private final List<String> addresses;
    private final List<FetchAttempt> attempts;
    private final Optional<CertificateSummary> certificate;
    private final String detail;

    private PolicyResponse(Builder from) {
        status = from.status;
        httpStatus = Optional.ofNullable(from.httpStatus);
        contentTypes = from.contentTypes;
        body = Optional.ofNullable(from.body);
        location = Optional.ofNullable(from.location);
        aliases = from.aliases;
        addresses = from.addresses;
        attempts = from.attempts;
        certificate = Optional.ofNullable(from.certificate);
        detail = from.detail;
    }

    /**
     * A policy served as it should be: status 200, {@code text/plain}.
     *
     * @param policy the text, sent as UTF-8
     * @return the response
     */
    public static PolicyResponse ok(String policy) {
        return answer(200)
                .contentType("text/plain")
                .body(Octets.of(requireNonNull(policy, "policy")))
                .build();
    }

    /**
     * Begins a complete HTTP response.
     *
     * @param httpStatus the status code
     * @return a builder with the status {@link FetchStatus#OK}
     */
    public static Builder answer(int httpStatus) {
        return builder(FetchStatus.OK).httpStatus(httpStatus);
    }

    /**
     * The outcome without a complete HTTP response.
     *
     * @param status any but OK
     * @param detail human-readable; may be empty
     * @return the outcome
     */
    public static PolicyResponse without(FetchStatus status, String detail) {
        return builder(status).detail(detail).build();
    }

    /**
     * Begins an outcome of which only the status is known.
     *
     * @param status how far the fetch came
     * @return the builder
     */
    public static Builder builder(FetchStatus status) {
        return new Builder(status);
    }

    /**
     * Begins an outcome that differs from this one.
     *
     * @return a builder with all that is known
     */
    public Builder toBuilder() {
        Builder copy = new Builder(status);
        copy.httpStatus = httpStatus.orElse(null);
        copy.contentTypes = contentTypes;
        copy.body = body.orElse(null);
        copy.location = location.orElse(null);
        copy.aliases = aliases;
        copy.addresses = addresses;
        copy.attempts = attempts;
        copy.certificate = certificate.orElse(null);
        copy.detail = detail;
        return copy;
    }

    /** {@return how far the fetch came} */
    public FetchStatus status() {
        return status;
    }

    /** {@return the HTTP status code; empty when no response came} */
    public Optional<Integer> httpStatus() {
        return httpStatus;
    }

    /** {@return the first Content-Type header as received; empty when there was none} */
    public Optional<String> contentType() {
        return contentTypes.stream().findFirst();
    }

    /** {@return every Content-Type header as received, in order; there should be one} */
    public List<String> contentTypes() {
        return contentTypes;
    }

    /** {@return the body; empty unless the status is {@link FetchStatus#OK}} */
    public Optional<Octets> body() {
        return body;
    }

    /** {@return the Location header as received; empty when it was missing} */
    public Optional<String> location() {
        return location;
    }

    /** {@return the CNAME targets between the policy host and its addresses, in order; empty when there were none} */
    public List<String> aliases() {
        return aliases;
    }

    /** {@return the policy host's addresses as text, in the order in which they were tried} */
    public List<String> addresses() {
        return addresses;
    }

    /**
     * What became of the addresses up to the one that answered, in order.
     *
     * @return empty when unknown
     */
    public List<FetchAttempt> attempts() {
        return attempts;
    }

    /** {@return what the certificate says, even when it was rejected; empty when none was seen} */
    public Optional<CertificateSummary> certificate() {
        return certificate;
    }

    /** {@return what exactly went wrong, human-readable; empty when the status says it all} */
    public String detail() {
        return detail;
    }

    private List<Object> facts() {
        return List.of(
                status, httpStatus, contentTypes, body, location, aliases, addresses, attempts, certificate, detail);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyResponse response && response.facts().equals(facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    /** The outcome, escaped and bounded. */
    @Override
    public String toString() {
        return "PolicyResponse[" + status + httpStatus.map(code -> " " + code).orElse("")
                + (contentTypes.isEmpty()
                        ? ""
                        : ", "
                                + RemoteText.list(contentTypes.stream()
                                        .map(RemoteText::quote)
                                        .toList()))
                + body.map(text -> ", body " + text.quoted()).orElse("")
                + location.map(url -> ", location " + RemoteText.quote(url)).orElse("")
                + ", aliases [" + RemoteText.list(aliases) + "], addresses [" + RemoteText.list(addresses) + "]"
                + (attempts.isEmpty() ? "" : ", attempts [" + RemoteText.list(attempts) + "]")
                + certificate.map(seen -> ", " + seen).orElse("")
                + (detail.isEmpty() ? "" : ", " + RemoteText.escape(detail)) + "]";
    }

    /** Builds an outcome, from whatever is known. Setters reject null and return this builder. Not thread-safe. */
    public static final class Builder {

        private final FetchStatus status;
        private @Nullable Integer httpStatus;
        private List<String> contentTypes = List.of();
        private @Nullable Octets body;
        private @Nullable String location;
        private List<String> aliases = List.of();
        private List<String> addresses = List.of();
        private List<FetchAttempt> attempts = List.of();
        private @Nullable CertificateSummary certificate;
        private String detail = "";

        private Builder(FetchStatus status) {
            this.status = requireNonNull(status, "status");
        }

        /**
         * The HTTP status code.
         *
         * @param code as received
         * @return this
         */
        public Builder httpStatus(int code) {
            httpStatus = code;
            return this;
        }

        /**
         * The Content-Type header.
         *
         * @param header as received
         * @return this
         */
        public Builder contentType(String header) {
            return contentTypes(List.of(requireNonNull(header, "header")));
        }

        /**
         * The Content-Type headers of a server that sent several.
         *
         * @param headers as received, in order
         * @return this
         */
        public Builder contentTypes(List<String> headers) {
            contentTypes = List.copyOf(requireNonNull(headers, "headers"));
            return this;
        }

        /**
         * The body of a complete response.
         *
         * @param octets as received, with any compression undone
         * @return this
         */
        public Builder body(Octets octets) {
            body = requireNonNull(octets, "octets");
            return this;
        }

        /**
         * The Location header.
         *
         * @param header as received
         * @return this
         */
        public Builder location(String header) {
            location = requireNonNull(header, "header");
            return this;
        }

        /**
         * The CNAME targets between the policy host and its addresses.
         *
         * @param targets in order
         * @return this
         */
        public Builder aliases(List<String> targets) {
            aliases = List.copyOf(requireNonNull(targets, "targets"));
            return this;
        }

        /**
         * The policy host's addresses.
         *
         * @param tried as text, in the order in which they were tried
         * @return this
         */
        public Builder addresses(List<String> tried) {
            addresses = List.copyOf(requireNonNull(tried, "tried"));
            return this;
        }

        /**
         * What became of the addresses.
         *
         * @param outcomes in the order in which they were tried
         * @return this
         */
        public Builder attempts(List<FetchAttempt> outcomes) {
            attempts = List.copyOf(requireNonNull(outcomes, "outcomes"));
            return this;
        }

        /**
         * What the policy host's certificate says.
         *
         * @param summary also of a certificate that was rejected
         * @return this
         */
        public Builder certificate(CertificateSummary summary) {
            certificate = requireNonNull(summary, "summary");
            return this;
        }

        /**
         * What exactly went wrong.
         *
         * @param text human-readable
         * @return this
         */
        public Builder detail(String text) {
            detail = requireNonNull(text, "text");
            return this;
        }

        /**
         * Makes the outcome.
         *
         * @return an immutable value
         */
        public PolicyResponse build() {
            return new PolicyResponse(this);
        }
    }
}
