package io.github.mtasts.docs;

import static io.github.mtasts.docs.Consumer.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The annotations of Jackson are for those who have it: others compile without a warning, and run. */
class JacksonConsumerTest {

    @Test
    void aClassPathWithoutJacksonIsEnough(@TempDir Path folder) throws Exception {
        List<String> path = only("mta-sts-core", "mta-sts-tlsrpt");

        assertThat(Consumer.runsOnClassPath(folder, MAPS, path)).isEqualTo("3 as written");
    }

    @Test
    void soIsAModulePathWithoutJackson(@TempDir Path folder) throws Exception {
        List<String> path = only("mta-sts-core", "mta-sts-tlsrpt");

        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.tlsrpt", MAPS, path))
                .isEqualTo("3 as written");
    }

    @Test
    void jacksonReadsAndWritesModules(@TempDir Path folder) throws Exception {
        List<String> path =
                only("mta-sts-core", "mta-sts-tlsrpt", "jackson-annotations", "jackson-core-2", "jackson-databind-2");

        assertThat(Consumer.runsAsModule(
                        folder, "io.github.mtasts.tlsrpt; requires com.fasterxml.jackson.databind", JACKSON, path))
                .isEqualTo("3 as written");
    }

    private static final String VALUES = """
            package consumer;

            import io.github.mtasts.*;
            import io.github.mtasts.syntax.DomainName;
            import io.github.mtasts.tlsrpt.*;
            import java.time.*;
            import java.util.*;

            public final class Main {
                public static void main(String[] args) throws Exception {
                    Evidence evidence = Evidence.builder().domain("example.org").build();
                    MtaStsReport report = MtaStsReport.of(evidence, Thresholds.recommended());
                    TlsRptEvent event = TlsRptEvent.builder()
                            .time(Instant.EPOCH)
                            .policyDomain(new DomainName("example.org"))
                            .policyType(PolicyType.STS)
                            .build();
                    List<Object> written = List.of(evidence, report.toMap(), event);
                    System.out.println(written.equals(read(evidence, report, event)) ? "3 as written" : "changed");
                }

                static List<Object> read(Evidence evidence, MtaStsReport report, TlsRptEvent event) throws Exception {
                    //READ
                }
            }
            """;

    private static final String MAPS = VALUES.replace("//READ", """
                    return List.of(
                            Evidence.fromMap(evidence.toMap()),
                            MtaStsReport.fromMap(report.toMap()).toMap(),
                            TlsRptEvent.fromMap(event.toMap()));
            """);

    private static final String JACKSON = VALUES.replace("//READ", """
                    var json = new com.fasterxml.jackson.databind.ObjectMapper();
                    return List.of(
                            json.readValue(json.writeValueAsString(evidence), Evidence.class),
                            json.readValue(json.writeValueAsString(report), MtaStsReport.class).toMap(),
                            json.readValue(json.writeValueAsString(event), TlsRptEvent.class));
            """);
}
