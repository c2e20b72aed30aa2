package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_SHORT;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_BROAD;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RFC 8461, section 3.2, as far as a rule needs a threshold or the domain; all others are in the parser. */
final class PolicyRules {

    private final Parsed<StsPolicy> policy;
    private final Optional<String> domain;
    private final Thresholds thresholds;
    private final PublicSuffixes suffixes;
    private final IssueList issues = new IssueList();

    /** Without a domain for a policy that is not published yet. */
    PolicyRules(Parsed<StsPolicy> policy, Optional<String> domain, Thresholds thresholds, PublicSuffixes suffixes) {
        this.policy = policy;
        this.domain = domain;
        this.thresholds = thresholds;
        this.suffixes = suffixes;
    }

    /** The parser's issues, then those of these rules. */
    List<Issue> judge() {
        issues.addAll(policy.issues());
        maxAge();
        Set<String> judged = new HashSet<>();
        policy.fields().stream()
                .filter(field -> field.name().equals("mx")
                        && field.value().startsWith("*.")
                        && MxPattern.isPattern(field.value())
                        && judged.add(new MxPattern(field.value()).canonical()))
                .forEach(this::broad);
        return issues.all();
    }

    // RFC 8461 §10.2
    private void maxAge() {
        PolicyMode mode = PolicyFields.mode(policy).orElse(PolicyMode.NONE);
        Duration shortest = mode == PolicyMode.ENFORCE ? thresholds.enforceMaxAge() : thresholds.testingMaxAge();
        long seconds = PolicyFields.maxAge(policy).orElse(0L);
        if (mode != PolicyMode.NONE && seconds > 0 && seconds < shortest.toSeconds()) {
            issues.add(Issue.of(
                            POLICY_MAX_AGE_SHORT,
                            "max_age is " + MaxAges.text(seconds) + ", but should be at least " + shortest.toSeconds()
                                    + " in mode " + mode.text()
                                    + ": an attacker needs to block the policy host only briefly.")
                    .at(policy.field("max_age").orElseThrow().span()));
        }
    }

    // RFC 8461 §10.4
    private void broad(Field field) {
        String rest = new MxPattern(field.value()).canonical().substring("*.".length());
        boolean own = domain.filter(rest::equals).isPresent();
        boolean parent = domain.filter(name -> name.endsWith("." + rest)).isPresent();
        boolean suffix = suffixes.registrableDomain(rest).isEmpty();
        if (own || parent || suffix) {
            String strangers = suffix && !own ? ", where anybody can register one." : ".";
            issues.add(Issue.of(
                            POLICY_MX_BROAD,
                            "The pattern " + RemoteText.quote(field.value()) + " trusts every host name directly below "
                                    + RemoteText.escape(rest) + strangers)
                    .withSeverity(own ? Severity.INFO : Severity.WARNING)
                    .at(field.span()));
        }
    }
}
