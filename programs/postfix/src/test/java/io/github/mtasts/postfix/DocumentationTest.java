package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page, the configuration file and the dashboard name what there is, and nothing else. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "postfix.md");
    private static final Set<String> NO_SETTINGS = Set.of("config", "demo", "help", "version");

    @Test
    void thePageHasEverySetting() throws IOException {
        String settings = between(Files.readString(PAGE), "## Settings", "## DANE");

        assertThat(all("(?m)^\\| `([a-z.-]+)` \\|", settings)).isEqualTo(settings());
    }

    @Test
    void theConfigurationFileHasEverySetting() throws IOException {
        assertThat(all("(?m)^#?([a-z.-]+) = ", Files.readString(Path.of("dist/mta-sts-postfix.conf"))))
                .isEqualTo(settings());
    }

    @Test
    void theDashboardAndThePageNameMetricsThatThereAre() throws IOException {
        String metrics = metrics();

        for (String text : List.of(
                Files.readString(Path.of("dist/grafana-dashboard.json")),
                between(Files.readString(PAGE), "Set an alarm", "**Restart.**"))) {
            Set<String> named = all("\\b(mta_sts_[a-z_]+)", text);
            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(metrics).contains("\n" + name));
        }
    }

    private static String metrics() {
        Metrics metrics = new Metrics();
        metrics.watch(() -> 0);
        metrics.answered(Socketmap.INSTANCE, Answer.of(AnswerReason.NO_DOMAIN), Duration.ZERO);
        SenderListener listener = metrics.sender().listener(new SenderListener() {});
        listener.onEvent(TlsRptEvent.builder()
                .time(Instant.EPOCH)
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.STS)
                .resultType(ResultType.STS_POLICY_INVALID)
                .build());
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1"))
                .policyFetcher(FakePolicies.with())
                .listener(listener)
                .build()) {
            metrics.sender().cached(sender);
            sender.policyFor("example.org").join();
            return metrics.page();
        } finally {
            metrics.close();
        }
    }

    private static Set<String> settings() {
        return new CommandLine(new ServeCommand())
                .getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .map(name -> name.substring(2))
                        .filter(name -> !NO_SETTINGS.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = Pattern.compile(pattern).matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }
}
