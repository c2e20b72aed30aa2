package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stranger's hosts against a stranger's patterns: their product would take minutes here, their sum takes moments. */
class ManyPatternsTest {

    private static final int MANY = 60_000;

    private final Lookup<MxHost> hosts = Lookup.found(IntStream.range(0, MANY)
            .mapToObj(number -> new MxHost(number % 10, "a.b.c" + number + ".example.net"))
            .toList());

    @Test
    void uncoveredHostsAndUnusedPatternsAreFound() {
        MtaStsReport report = judge("*.x", ".example.net");

        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(codes(report)).contains(IssueCode.MX_NONE_COVERED, IssueCode.MX_PATTERN_UNUSED);
    }

    @Test
    void wildcardsThatAreTooShallowAreFound() {
        assertThat(codes(judge("*.c", ".example.net"))).contains(IssueCode.MX_WILDCARD_TOO_SHALLOW);
    }

    @Test
    void coveredHostsAreFound() {
        MtaStsReport report = judge("*.b.c", ".example.net");

        assertThat(report.verdict()).isEqualTo(Verdict.ENFORCED);
        assertThat(report.mx().get(MANY - 1).coveredBy()).hasValue("*.b.c" + (MANY - 1) + ".example.net");
    }

    private MtaStsReport judge(String before, String behind) {
        String patterns = IntStream.range(0, MANY)
                .mapToObj(number -> "mx: " + before + number + behind + "\n")
                .collect(Collectors.joining());
        return HealthyDomain.judge(HealthyDomain.evidence()
                .mx(hosts)
                .policy(HealthyDomain.served("version: STSv1\nmode: enforce\nmax_age: 604800\n" + patterns))
                .build());
    }

    private static List<IssueCode> codes(MtaStsReport report) {
        return report.issues().stream().map(issue -> issue.code()).toList();
    }
}
