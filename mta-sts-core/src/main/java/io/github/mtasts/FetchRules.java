package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.FETCH_BLOCKED_ADDRESS;
import static io.github.mtasts.issue.IssueCode.FETCH_CERT_EXPIRED;
import static io.github.mtasts.issue.IssueCode.FETCH_CERT_EXPIRES_SOON;
import static io.github.mtasts.issue.IssueCode.FETCH_CERT_NAME_MISMATCH;
import static io.github.mtasts.issue.IssueCode.FETCH_CERT_NOT_YET_VALID;
import static io.github.mtasts.issue.IssueCode.FETCH_CERT_UNTRUSTED;
import static io.github.mtasts.issue.IssueCode.FETCH_CONNECT_FAILED;
import static io.github.mtasts.issue.IssueCode.FETCH_HOST_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.FETCH_HOST_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.FETCH_HTTP_STATUS;
import static io.github.mtasts.issue.IssueCode.FETCH_NETWORK_UNREACHABLE;
import static io.github.mtasts.issue.IssueCode.FETCH_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.FETCH_PROTOCOL_ERROR;
import static io.github.mtasts.issue.IssueCode.FETCH_REDIRECT;
import static io.github.mtasts.issue.IssueCode.FETCH_TIMED_OUT;
import static io.github.mtasts.issue.IssueCode.FETCH_TLS_FAILED;
import static io.github.mtasts.issue.IssueCode.FETCH_TOO_LARGE;
import static io.github.mtasts.issue.IssueCode.FETCH_VIA_CNAME;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** RFC 8461, section 3.3: how the policy was served. Where MTA-STS was never deployed, every issue is only INFO. */
final class FetchRules {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final DomainName domain;
    private final Evidence evidence;
    private final PolicyResponse response;
    private final Thresholds thresholds;
    private final boolean neverDeployed;
    private final boolean html;
    private final IssueList issues;

    FetchRules(
            DomainName domain,
            Evidence evidence,
            Thresholds thresholds,
            boolean neverDeployed,
            boolean html,
            IssueList issues) {
        this.domain = domain;
        this.evidence = evidence;
        this.response = evidence.policy();
        this.thresholds = thresholds;
        this.neverDeployed = neverDeployed;
        this.html = html;
        this.issues = issues;
    }

    void judge(ResolverRules resolver) {
        String host = domain.policyHost();
        Optional<PolicyHostAlias> alias = PolicyHostAlias.of(domain, response);
        alias.filter(cname -> response.status() != FetchStatus.HOST_NOT_FOUND)
                .ifPresent(cname ->
                        add(Issue.of(FETCH_VIA_CNAME, cname.chain() + ".").withRemedy(cname.remedy())));
        switch (response.status()) {
            case OK -> answer();
            case HOST_NOT_FOUND ->
                add(alias.map(cname -> Issue.of(FETCH_HOST_NOT_FOUND, cname.withoutAddress() + detail())
                                .withRemedy(cname.correction()))
                        .orElseGet(() -> Issue.of(FETCH_HOST_NOT_FOUND, host + " has no address" + detail())));
            case HOST_LOOKUP_FAILED -> {
                if (!resolver.isUnreachable()) {
                    add(FETCH_HOST_LOOKUP_FAILED, "A temporary failure prevented the lookup of " + host + detail());
                }
            }
            case BLOCKED_ADDRESS ->
                add(
                        FETCH_BLOCKED_ADDRESS,
                        host + " has " + addresses() + ", so no connection was attempted" + detail());
            case CONNECT_FAILED ->
                add(FETCH_CONNECT_FAILED, "No connection to " + host + " could be established" + detail());
            case TLS_EXPIRED ->
                add(FETCH_CERT_EXPIRED, "The certificate of " + host + " has expired" + dates() + detail());
            case TLS_NOT_YET_VALID ->
                add(FETCH_CERT_NOT_YET_VALID, "The certificate of " + host + " is not valid yet" + dates() + detail());
            case TLS_UNTRUSTED ->
                add(
                        FETCH_CERT_UNTRUSTED,
                        "The certificate of " + host + " does not chain to a trusted root" + issuer() + detail());
            case TLS_NAME_MISMATCH -> {
                Issue issue = Issue.of(
                        FETCH_CERT_NAME_MISMATCH, "The certificate does not name " + host + names() + detail());
                add(response.certificate()
                        .map(shown -> issue.withRemedy(FetchRemedies.ofNames(domain, shown)))
                        .orElse(issue));
            }
            case TLS_FAILED ->
                add(Issue.of(FETCH_TLS_FAILED, "The TLS handshake with " + host + " failed" + detail())
                        .withRemedy(FetchRemedies.ofHandshake(response)));
            case TIMED_OUT -> add(FETCH_TIMED_OUT, host + " did not send a complete response in time" + detail());
            case TOO_LARGE -> add(FETCH_TOO_LARGE, "The response from " + host + " is larger than 64 KiB" + detail());
            case PROTOCOL_ERROR ->
                add(FETCH_PROTOCOL_ERROR, "The response from " + host + " is not complete, valid HTTP" + detail());
            case NETWORK_UNREACHABLE -> {
                if (!resolver.isUnreachable()) {
                    add(FETCH_NETWORK_UNREACHABLE, unreachable(host) + detail() + onlyIpv6());
                }
            }
            case NOT_ATTEMPTED -> {}
        }
        FailedAddresses.judge(host, response).ifPresent(this::add);
    }

    /** Which family of addresses is missing, where the policy host has addresses of one alone. */
    private String unreachable(String host) {
        List<String> known = response.attempts().stream()
                .filter(attempt -> attempt.status() == FetchStatus.NETWORK_UNREACHABLE)
                .map(FetchAttempt::address)
                .toList();
        List<String> addresses = known.isEmpty() ? response.addresses() : known;
        if (addresses.isEmpty()) {
            return "This machine has no way to " + host;
        }
        boolean anyIpv6 = addresses.stream().anyMatch(FetchRules::isIpv6);
        boolean anyIpv4 = addresses.stream().anyMatch(address -> !isIpv6(address));
        String family = !anyIpv6 ? "IPv4 " : !anyIpv4 ? "IPv6 " : "";
        return "This machine has no way to the " + family + (addresses.size() == 1 ? "address " : "addresses ")
                + RemoteText.list(addresses) + " of " + host;
    }

    private String onlyIpv6() {
        return isIpv6Only() ? " It has no IPv4 address, so senders without IPv6 see no policy." : "";
    }

    private boolean isIpv6Only() {
        return !response.addresses().isEmpty() && response.addresses().stream().allMatch(FetchRules::isIpv6);
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }

    // RFC 8461 §3.3: only status 200 gives a policy; redirects are not followed
    private void answer() {
        response.certificate().ifPresent(this::expiry);
        response.httpStatus()
                .ifPresentOrElse(
                        this::status,
                        () -> add(FETCH_HTTP_STATUS, "The response has no status, so senders see no policy."));
    }

    private void status(int status) {
        if (status == 200) {
            if (!html) { // FETCH_HTML_BODY says it
                MediaTypeRules.judge(response.contentTypes()).ifPresent(this::add);
            }
        } else if (status >= 300 && status < 400) {
            String target = response.location().map(RemoteText::quote).orElse("an unknown location");
            add(
                    FETCH_REDIRECT,
                    "The status is " + status + ", a redirect to " + target + ", which senders never follow.");
        } else if (status == 404 || status == 410) {
            add(
                    FETCH_NOT_FOUND,
                    "The status is " + status + ": there is no policy file at " + domain.policyUrl() + ".");
        } else {
            String when = isTransient(response) ? " (temporary failure)" : "";
            String message = "The status is " + status + " instead of 200, so senders see no policy" + when + ".";
            add(Issue.of(FETCH_HTTP_STATUS, message).withRemedy(FetchRemedies.ofStatus(status)));
        }
    }

    private void expiry(CertificateSummary certificate) {
        Optional<Instant> now = evidence.checkedAt();
        Optional<Instant> end = certificate.notAfter();
        if (now.isEmpty() || end.isEmpty()) {
            return;
        }
        Duration soon = certificate
                .notBefore()
                .map(start -> Duration.ofSeconds((end.get().getEpochSecond() - start.getEpochSecond()) / 3))
                .filter(third -> third.compareTo(thresholds.certificateExpiry()) < 0)
                .orElse(thresholds.certificateExpiry());
        Duration left = Duration.between(now.get(), end.get());
        if (left.compareTo(soon) < 0) {
            add(
                    FETCH_CERT_EXPIRES_SOON,
                    "The certificate expires on " + end.get() + " (" + when(now.get(), end.get()) + ").");
        }
    }

    /** As a calendar in UTC counts, not in spans of 24 hours. */
    private static String when(Instant now, Instant end) {
        if (end.isBefore(now)) {
            return "which has passed";
        }
        long days = Math.floorDiv(end.getEpochSecond(), DAY) - Math.floorDiv(now.getEpochSecond(), DAY);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** A failure that may be gone in an hour: it says nothing about what is deployed. */
    static boolean isTransient(PolicyResponse response) {
        return switch (response.status()) {
            case HOST_LOOKUP_FAILED, TIMED_OUT, NETWORK_UNREACHABLE, NOT_ATTEMPTED -> true;
            case OK ->
                response.httpStatus()
                        .filter(status -> status == 429 || (status >= 500 && status < 600))
                        .isPresent();
            default -> false;
        };
    }

    private void add(IssueCode code, String message) {
        add(Issue.of(code, message));
    }

    private void add(Issue issue) {
        issues.add(neverDeployed ? issue.withSeverity(Severity.INFO) : issue);
    }

    private String addresses() {
        if (response.addresses().isEmpty()) {
            return "no public address";
        }
        boolean one = response.addresses().size() == 1;
        return (one ? "the address " : "the addresses ")
                + RemoteText.list(response.addresses())
                + (one ? ", which is not public" : ", which are not public");
    }

    private String detail() {
        return response.detail().isEmpty() ? "." : " (" + RemoteText.escape(response.detail()) + ").";
    }

    private String dates() {
        return response.certificate()
                .map(certificate -> ": its validity period is "
                        + certificate.notBefore().map(Instant::toString).orElse("?") + " to "
                        + certificate.notAfter().map(Instant::toString).orElse("?"))
                .orElse("");
    }

    private String issuer() {
        return response.certificate()
                .flatMap(CertificateSummary::issuer)
                .map(name -> ": its issuer is " + RemoteText.escape(name))
                .orElse("");
    }

    private String names() {
        return response.certificate()
                .map(certificate -> certificate.names().isEmpty()
                        ? ": it has no DNS names, and the CN is ignored"
                        : ": its names are " + RemoteText.list(certificate.names()))
                .orElse("");
    }
}
