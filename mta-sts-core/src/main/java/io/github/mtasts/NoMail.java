package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A domain that accepts no mail (RFC 7505) has nothing to protect: what it publishes is retired, never repaired to protect. */
final class NoMail {

    /** RFC 8461, section 8.3: a short max_age, such as a day. */
    private static final String RETIRED = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";

    private final DomainName domain;
    private final MtaStsReport report;

    NoMail(DomainName domain, MtaStsReport report) {
        this.domain = domain;
        this.report = report;
    }

    List<Recommendation> steps() {
        return switch (report.verdict()) {
            case ABSENT, UNDETERMINED -> List.of();
            case BROKEN -> List.of(remove());
            case ENFORCED, TESTING, NONE -> retire();
        };
    }

    private Recommendation remove() {
        List<String> what = new ArrayList<>();
        report.record().ifPresent(record -> what.add("the MTA-STS record at " + domain.recordName()));
        report.policy().ifPresent(policy -> what.add("the policy at " + domain.policyUrl()));
        return new Recommendation(
                Advice.RETIRE_SAFELY,
                domain + " accepts no mail (null MX), so it needs no MTA-STS. What it publishes does not work: remove "
                        + String.join(" and ", what) + ".",
                Optional.empty(),
                Optional.empty());
    }

    private List<Recommendation> retire() {
        List<Recommendation> policy = new ArrayList<>();
        Parsed<StsPolicy> served = report.policy().orElseThrow();
        if (PolicyPlan.isFaulty(served) || served.value().stream().anyMatch(valid -> valid.mode() != PolicyMode.NONE)) {
            policy.add(new Recommendation(
                    Advice.FIX_POLICY,
                    domain + " accepts no mail (null MX), so it needs no MTA-STS. To retire it, serve this policy, in"
                            + " mode none.",
                    Optional.of(domain.policyUrl()),
                    Optional.of(RETIRED)));
        }
        List<Recommendation> steps = new ArrayList<>(policy);
        steps.addAll(new RecordPlan(domain, report).steps(policy, false));
        steps.add(retireSafely());
        return steps;
    }

    static Recommendation retireSafely() {
        return new Recommendation(
                Advice.RETIRE_SAFELY,
                "To retire MTA-STS, keep mode none and the record published until the longest max_age that was ever"
                        + " served has passed; then remove both.",
                Optional.empty(),
                Optional.empty());
    }
}
