package io.github.mtasts.kit;

import static io.github.mtasts.testing.MtaStsAssertions.assertThat;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Severity;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing but doing what the reports say makes each domain of the demo a good one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWorldTest {

    private static final int TIMES = 2;

    private final DemoWorld demo = DemoWorld.start();
    private final Network network = Network.forChecker(demo.network());

    @AfterAll
    void close() {
        network.close();
        demo.close();
    }

    List<String> domains() {
        return demo.domains();
    }

    @ParameterizedTest
    @MethodSource("domains")
    void doingWhatTheReportsSayTwiceAtMostLeavesNoFault(String domain) {
        MtaStsReport report = network.checker().check(domain);
        Verdict goal = report.verdict() == Verdict.NONE ? Verdict.ABSENT : Verdict.ENFORCED;
        Administrator administrator = new Administrator(demo.world(), demo.domain(domain));

        for (int times = 0; times < TIMES && !(report.verdict() == goal && isFaultless(report)); times++) {
            administrator.carryOut(report);
            report = network.checker().check(domain);
        }

        assertThat(report).hasVerdict(goal).hasNoErrors().hasNoWarnings();
    }

    private static boolean isFaultless(MtaStsReport report) {
        return report.issues().stream().allMatch(issue -> issue.severity() == Severity.INFO);
    }
}
