package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.PolicyMode;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Who publishes whatever a report says, and asks again, comes to a deployment without an error: no advice runs in circles. */
class AdviceFollowedTest {

    private static final Set<Advice> TEXTS = EnumSet.of(
            Advice.PUBLISH_POLICY,
            Advice.FIX_POLICY,
            Advice.ADD_MX_PATTERNS,
            Advice.RAISE_MAX_AGE,
            Advice.MOVE_TO_ENFORCE,
            Advice.PUBLISH_TLS_RPT,
            Advice.FIX_TLS_RPT,
            Advice.PUBLISH_RECORD,
            Advice.FIX_RECORD);

    private static final Set<Verdict> DEPLOYED = EnumSet.of(Verdict.ENFORCED, Verdict.NONE);

    @Provide
    Arbitrary<Evidence> published() {
        return Combinators.combine(
                        edited(HealthyDomain.RECORD),
                        edited(HealthyDomain.TLS_RPT),
                        Arbitraries.of("enforce", "testing", "none")
                                .flatMap(mode -> edited(HealthyDomain.POLICY.replace("enforce", mode))))
                .as((record, tlsRpt, policy) -> HealthyDomain.evidence()
                        .mtaStsTxt(HealthyDomain.txt(record))
                        .tlsRptTxt(HealthyDomain.txt(tlsRpt))
                        .policy(HealthyDomain.served(policy))
                        .build());
    }

    /** Up to three pieces of a text replaced by something else. */
    private static Arbitrary<String> edited(String text) {
        Arbitrary<String> pieces = Arbitraries.of(
                "", " ", ";", ":", "=", "\n", "\r\n", "\r", "\t", ",", "\"", "-", "0", "*.", "<", "\u0000", "é", "ID");
        Arbitrary<String> once = Combinators.combine(
                        Arbitraries.integers().between(0, text.length()),
                        Arbitraries.integers().between(0, 9),
                        pieces)
                .as((at, cut, put) -> text.substring(0, at) + put + text.substring(Math.min(text.length(), at + cut)));
        return Arbitraries.frequencyOf(Tuple.of(3, once), Tuple.of(1, Arbitraries.just(text)));
    }

    @Property(tries = 1000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void endsInADeploymentWithoutAnError(@ForAll("published") Evidence published) {
        Evidence now = published;
        MtaStsReport report = HealthyDomain.judge(now);
        for (int round = 0; round < 4 && isAsked(report); round++) {
            now = Publication.of(now, report.recommendations());
            report = HealthyDomain.judge(now);
        }

        assertThat(report.recommendations()).extracting(Recommendation::code).doesNotContainAnyElementsOf(TEXTS);
        assertThat(report.issues())
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .extracting(Issue::code)
                .isEmpty();
        assertThat(DEPLOYED).contains(report.verdict());
    }

    @Property(tries = 1000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void changesNoModeButTestingToEnforce(@ForAll("published") Evidence published) {
        MtaStsReport before = HealthyDomain.judge(published);
        MtaStsReport after = HealthyDomain.judge(Publication.of(published, before.recommendations()));

        boolean moves = before.recommendations().stream().anyMatch(advice -> advice.code() == Advice.MOVE_TO_ENFORCE);
        before.mode()
                .ifPresent(mode -> assertThat(after.mode())
                        .hasValue(moves && mode == PolicyMode.TESTING ? PolicyMode.ENFORCE : mode));
    }

    private static boolean isAsked(MtaStsReport report) {
        return report.recommendations().stream().anyMatch(advice -> TEXTS.contains(advice.code()));
    }
}
