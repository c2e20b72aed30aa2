package io.github.mtasts.testing;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Assertions on a domain's report, from {@link MtaStsAssertions#assertThat(MtaStsReport)}. */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
public final class MtaStsReportAssert extends IssuesAssert<MtaStsReportAssert, MtaStsReport> {

    MtaStsReportAssert(MtaStsReport actual) {
        super(actual, MtaStsReportAssert.class);
    }

    /**
     * Passes when senders enforce TLS for the domain, and the policy covers all of its MX hosts: the verdict ENFORCED.
     *
     * @return this
     */
    public MtaStsReportAssert isEnforced() {
        return hasVerdict(Verdict.ENFORCED);
    }

    /**
     * Passes when the verdict is this one.
     *
     * @param verdict the expected verdict
     * @return this
     */
    public MtaStsReportAssert hasVerdict(Verdict verdict) {
        Objects.requireNonNull(verdict, "verdict");
        isNotNull();
        if (actual.verdict() != verdict) {
            unmet("the verdict " + verdict, "it is " + actual.verdict());
        }
        return this;
    }

    @Override
    String name() {
        return RemoteText.escape(actual.domain());
    }

    @Override
    List<Issue> issues() {
        return actual.issues();
    }

    @Override
    Optional<StsPolicy> policy() {
        return actual.policy().flatMap(Parsed::value);
    }

    @Override
    String text() {
        return actual.toText();
    }
}
