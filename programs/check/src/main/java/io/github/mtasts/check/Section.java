package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import java.util.List;
import java.util.Optional;

/** The parts of a report, in the order of the RFC; each issue belongs to one. */
enum Section {
    DOMAIN("Domain"),
    RECORD("MTA-STS record"),
    POLICY("Policy, and how it is served"),
    MX("MX hosts"),
    TLS_RPT("TLS reporting");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    static Section of(IssueCode code) {
        return switch (code.family()) {
            case DOMAIN -> DOMAIN;
            case RECORD -> RECORD;
            case FETCH, POLICY -> POLICY;
            case MX -> MX;
            case TLS_RPT -> TLS_RPT;
        };
    }

    String title() {
        return title;
    }

    List<Issue> of(List<Issue> issues) {
        return issues.stream().filter(issue -> of(issue.code()) == this).toList();
    }

    /** Where it is published: an owner name and its type, or the policy's URL. */
    String place(MtaStsReport report) {
        String domain = report.domain();
        return switch (this) {
            case DOMAIN -> domain;
            case RECORD -> "_mta-sts." + domain + " TXT";
            case POLICY -> report.policyUrl().orElse(domain);
            case MX -> domain + " MX";
            case TLS_RPT -> "_smtp._tls." + domain + " TXT";
        };
    }

    /** The text as received; empty where there is none. */
    Optional<Octets> text(MtaStsReport report) {
        return switch (this) {
            case RECORD -> report.record().map(Parsed::text);
            case POLICY -> report.policy().map(Parsed::text);
            case TLS_RPT -> report.tlsRpt().map(Parsed::text);
            case DOMAIN, MX -> Optional.empty();
        };
    }
}
