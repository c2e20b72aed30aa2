package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.DOMAIN_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.MX_INVALID;
import static io.github.mtasts.issue.IssueCode.MX_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.MX_NONE_COVERED;
import static io.github.mtasts.issue.IssueCode.MX_NOT_COVERED;
import static io.github.mtasts.issue.IssueCode.MX_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.MX_NULL;
import static io.github.mtasts.issue.IssueCode.MX_NULL_WITH_OTHERS;
import static io.github.mtasts.issue.IssueCode.MX_PATTERN_UNUSED;
import static io.github.mtasts.issue.IssueCode.MX_STARTTLS_NOT_CHECKED;
import static io.github.mtasts.issue.IssueCode.MX_WILDCARD_TOO_SHALLOW;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RFC 8461, section 4.1: the MX hosts held against the policy. */
final class MxRules {

    private final DomainName domain;
    private final Lookup<MxHost> lookup;
    private final Optional<Parsed<StsPolicy>> text;
    private final Optional<StsPolicy> policy;
    private final PatternIndex patterns;
    private final IssueList issues;
    private final List<MxCoverage> coverage = new ArrayList<>();

    MxRules(DomainName domain, Lookup<MxHost> lookup, Optional<Parsed<StsPolicy>> text, IssueList issues) {
        this.domain = domain;
        this.lookup = lookup;
        this.text = text;
        this.policy = text.flatMap(Parsed::value);
        this.patterns = new PatternIndex(policy.map(StsPolicy::mx).orElse(List.of()));
        this.issues = issues;
    }

    List<MxCoverage> coverage() {
        return coverage;
    }

    void judge(boolean recordValid) {
        switch (lookup.status()) {
            case FOUND -> found();
            case NO_RECORDS -> {
                issues.add(
                        MX_NOT_FOUND,
                        "domain",
                        domain
                                + " has no MX record; senders fall back to its own address, which must then be covered.");
                cover(domain.text(), Optional.empty());
            }
            case NO_SUCH_NAME -> issues.add(DOMAIN_NOT_FOUND, "domain", domain + " does not exist in the DNS.");
            case SERVER_FAILURE, TIMED_OUT ->
                issues.add(MX_LOOKUP_FAILED, "domain", TxtRules.lookupFailed("the MX records of " + domain, lookup));
            case NOT_ATTEMPTED -> {}
        }
        policy.filter(valid -> valid.mode() != PolicyMode.NONE).ifPresent(valid -> {
            coverage(valid);
            if (recordValid) {
                issues.add(MX_STARTTLS_NOT_CHECKED, "domain", MX_STARTTLS_NOT_CHECKED.meaning());
            }
        });
    }

    // RFC 5321 §5.1, RFC 7505 §3
    private void found() {
        List<MxHost> hosts = lookup.records().stream()
                .filter(mx -> !mx.exchange().isEmpty() && !mx.exchange().equals("."))
                .toList();
        if (hosts.isEmpty()) {
            boolean without = policy.isEmpty();
            issues.add(
                    MX_NULL,
                    without ? Severity.INFO : Severity.WARNING,
                    "domain",
                    domain + " accepts no mail (null MX)" + (without ? "." : ", so its policy protects nothing."));
        } else if (hosts.size() < lookup.records().size()) {
            issues.add(MX_NULL_WITH_OTHERS, "domain", MX_NULL_WITH_OTHERS.meaning());
        }
        Set<String> judged = new HashSet<>();
        for (MxHost mx : hosts) {
            if (judged.add(DomainNames.canonical(mx.exchange()))
                    && DomainNames.host(mx.exchange()).isEmpty()) {
                String shown = RemoteText.quote(mx.exchange());
                add(
                        MX_INVALID,
                        MX_INVALID.severity(),
                        mx.exchange(),
                        "The MX record names " + shown + ", which is no host name.");
            }
            cover(mx.exchange(), Optional.of(mx.preference()));
        }
    }

    private void cover(String host, Optional<Integer> preference) {
        coverage.add(new MxCoverage(host, preference, patterns.coveredBy(host).map(MxPattern::text)));
    }

    private void coverage(StsPolicy valid) {
        Severity severity = valid.mode() == PolicyMode.ENFORCE ? Severity.ERROR : Severity.WARNING;
        Set<String> judged = new HashSet<>();
        List<String> uncovered = coverage.stream()
                .filter(host -> host.coveredBy().isEmpty())
                .map(MxCoverage::host)
                .filter(host -> judged.add(DomainNames.canonical(host)))
                .toList();
        String consequence = severity == Severity.ERROR
                ? " Senders that obey the policy do not deliver there."
                : " In mode enforce, senders would not deliver there.";
        boolean none = coverage.stream().allMatch(host -> host.coveredBy().isEmpty());
        if (none && !uncovered.isEmpty()) {
            String hosts = RemoteText.list(uncovered);
            issues.add(
                    MX_NONE_COVERED,
                    severity,
                    "policy",
                    "No pattern of the policy matches an MX host: " + hosts + "." + consequence);
        } else {
            uncovered.forEach(host -> add(
                    MX_NOT_COVERED,
                    severity,
                    host,
                    "No pattern of the policy matches the MX host " + RemoteText.escape(host) + "." + consequence));
        }
        uncovered.forEach(this::tooShallow);
        if (!coverage.isEmpty()) {
            unused(valid);
        }
    }

    private void tooShallow(String host) {
        String name = DomainNames.canonical(host);
        String fitting = "*" + name.substring(Math.max(0, name.indexOf('.')));
        patterns.tooShallowFor(host)
                .filter(pattern -> MxPattern.isPattern(fitting))
                .ifPresent(pattern -> add(
                        MX_WILDCARD_TOO_SHALLOW,
                        MX_WILDCARD_TOO_SHALLOW.severity(),
                        host,
                        "In " + pattern + " the wildcard stands for exactly one label, and "
                                + RemoteText.escape(name) + " has more. The pattern that fits is "
                                + RemoteText.escape(fitting) + "."));
    }

    private void unused(StsPolicy valid) {
        List<Field> fields = text.map(Parsed::fields).orElse(List.of()).stream()
                .filter(field -> field.name().equals("mx"))
                .toList();
        List<String> hosts = coverage.stream().map(MxCoverage::host).toList();
        for (int place : patterns.unused(hosts)) {
            issues.add(
                    MX_PATTERN_UNUSED,
                    MX_PATTERN_UNUSED.severity(),
                    "policy",
                    "The pattern " + valid.mx().get(place) + " matches no MX host of today.",
                    Optional.of(fields.get(place).span()));
        }
    }

    private void add(IssueCode code, Severity severity, String host, String message) {
        issues.add(code, severity, RemoteText.escape(host), message);
    }
}
