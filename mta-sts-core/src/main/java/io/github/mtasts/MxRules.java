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

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.slip.NearPatterns;
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
import java.util.stream.Stream;

/** RFC 8461, section 4.1: the MX hosts held against the policy. */
final class MxRules {

    private static final String CORRECT = "Correct the MX record: the policy must not cover such a name.";

    private static final String PUT_BACK =
            "Put the MX records back, or publish a null MX if the domain accepts no mail.";
    private static final String KEEP = "Keep its mx line until every MX host is covered.";

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

    void judge(ResolverRules resolver, boolean recordValid) {
        switch (lookup.status()) {
            case FOUND -> found();
            case NO_RECORDS -> {
                add(
                        MX_NOT_FOUND,
                        domain
                                + " has no MX record; senders fall back to its own address, which must then be covered.");
                cover(domain.text(), Optional.empty());
            }
            case NO_SUCH_NAME -> add(DOMAIN_NOT_FOUND, domain + " does not exist in the DNS.");
            case SERVER_FAILURE, TIMED_OUT, RESOLVER_UNREACHABLE ->
                resolver.failed(MX_LOOKUP_FAILED, "the MX records of " + domain, lookup, issues);
            case NOT_ATTEMPTED -> {}
        }
        policy.filter(valid -> valid.mode() != PolicyMode.NONE).ifPresent(valid -> {
            coverage(valid);
            if (recordValid && !(coverage.isEmpty() && !lookup.isUnknown())) {
                add(MX_STARTTLS_NOT_CHECKED, MX_STARTTLS_NOT_CHECKED.meaning());
            }
        });
    }

    // RFC 5321 §5.1, RFC 7505 §3
    private void found() {
        List<MxHost> hosts = lookup.records().stream()
                .filter(mx -> !mx.exchange().isEmpty() && !mx.exchange().equals("."))
                .toList();
        if (hosts.isEmpty()) {
            boolean protects =
                    policy.filter(valid -> valid.mode() != PolicyMode.NONE).isPresent();
            String consequence = protects ? ", so its policy protects nothing." : ".";
            Issue issue = Issue.of(MX_NULL, domain + " accepts no mail (null MX)" + consequence);
            issues.add(
                    protects
                            ? issue
                            : issue.withSeverity(Severity.INFO)
                                    .withRemedy("Nothing needs to change: such a domain needs no MTA-STS."));
        } else if (hosts.size() < lookup.records().size()) {
            add(MX_NULL_WITH_OTHERS, MX_NULL_WITH_OTHERS.meaning());
        }
        Set<String> judged = new HashSet<>();
        for (MxHost mx : hosts) {
            if (judged.add(DomainName.canonical(mx.exchange()))
                    && Exchanges.name(mx.exchange()).isEmpty()) {
                String shown = RemoteText.quote(mx.exchange());
                issues.add(Issue.of(MX_INVALID, "The MX record names " + shown + ", which is not a host name.")
                        .aboutHost(mx.exchange()));
            }
            cover(mx.exchange(), Optional.of(mx.preference()));
        }
    }

    private void cover(String host, Optional<Integer> preference) {
        Optional<String> coveredBy = Exchanges.isAddress(host)
                ? Optional.empty()
                : patterns.coveredBy(host).map(MxPattern::text);
        coverage.add(new MxCoverage(host, preference, coveredBy));
    }

    private void coverage(StsPolicy valid) {
        Severity severity = valid.mode() == PolicyMode.ENFORCE ? Severity.ERROR : Severity.WARNING;
        Set<String> judged = new HashSet<>();
        List<String> uncovered = coverage.stream()
                .filter(host -> host.coveredBy().isEmpty())
                .map(MxCoverage::host)
                .filter(host -> judged.add(DomainName.canonical(host)))
                .toList();
        String consequence = severity == Severity.ERROR
                ? " Senders that enforce the policy do not deliver there."
                : " In mode enforce, senders would not deliver there.";
        boolean none = coverage.stream().allMatch(host -> host.coveredBy().isEmpty());
        List<Integer> unused =
                patterns.unused(coverage.stream().map(MxCoverage::host).toList());
        NearPatterns near = new NearPatterns(
                unused.stream().map(place -> valid.mx().get(place).canonical()));
        if (none && !uncovered.isEmpty()) {
            String hosts =
                    RemoteText.list(uncovered.stream().map(MxRules::undotted).toList());
            String message = "No pattern of the policy matches an MX host: " + hosts + "."
                    + near(near, uncovered.stream()) + consequence;
            Issue issue = Issue.of(MX_NONE_COVERED, message).withSeverity(severity);
            issues.add(
                    lookup.records().isEmpty()
                            ? issue.withRemedy(PUT_BACK)
                            : uncovered.stream().anyMatch(this::isSound) ? issue : issue.withRemedy(CORRECT));
        } else {
            for (String host : uncovered) {
                String message = "No pattern of the policy matches the MX host " + RemoteText.escape(undotted(host))
                        + "." + near(near, Stream.of(host)) + consequence;
                Issue issue =
                        Issue.of(MX_NOT_COVERED, message).withSeverity(severity).aboutHost(host);
                issues.add(isSound(host) ? issue : issue.withRemedy(CORRECT));
            }
        }
        uncovered.stream().filter(this::isSound).forEach(this::tooShallow);
        if (!coverage.isEmpty()) {
            unused(valid, unused);
        }
    }

    /** Of these hosts, the first that a pattern was perhaps meant for. */
    private String near(NearPatterns patterns, Stream<String> hosts) {
        return hosts.filter(this::isSound)
                .map(host -> patterns.sentence(DomainName.canonical(host)))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** For the end of a sentence, which has a dot of its own. */
    private static String undotted(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private boolean isSound(String host) {
        return Exchanges.isSound(host, domain);
    }

    private void tooShallow(String host) {
        String name = DomainName.canonical(host);
        String fitting = "*" + name.substring(Math.max(0, name.indexOf('.')));
        patterns.tooShallowFor(host)
                .filter(pattern -> MxPattern.isPattern(fitting))
                .ifPresent(pattern -> issues.add(Issue.of(
                                MX_WILDCARD_TOO_SHALLOW,
                                "In " + pattern + " the wildcard matches exactly one label, and "
                                        + RemoteText.escape(name) + " has more. The pattern that fits is "
                                        + RemoteText.escape(fitting) + ".")
                        .aboutHost(host)));
    }

    private void unused(StsPolicy valid, List<Integer> unused) {
        List<Field> fields = text.map(Parsed::fields).orElse(List.of()).stream()
                .filter(field -> field.name().equals("mx"))
                .toList();
        boolean allCovered = coverage.stream().allMatch(host -> host.coveredBy().isPresent());
        for (int place : unused) {
            Issue issue = Issue.of(
                            MX_PATTERN_UNUSED, "The pattern " + valid.mx().get(place) + " matches no current MX host.")
                    .at(fields.get(place).span());
            issues.add(allCovered ? issue : issue.withRemedy(KEEP));
        }
    }

    private void add(IssueCode code, String message) {
        issues.add(Issue.of(code, message));
    }
}
