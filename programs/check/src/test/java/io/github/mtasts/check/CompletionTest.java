package io.github.mtasts.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What bash offers after a tabulator, in the spelling of the documents. */
class CompletionTest {

    private static final String COMPLETE = """
            compopt() { :; } # exists only while bash itself completes
            . "$1"
            shift
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            _complete_mta-sts-check && echo "${COMPREPLY[*]}"
            """;

    @ParameterizedTest
    @CsvSource({
        "check --fail-on, '', error warning never",
        "lint, r, record",
        "lint, '', record policy tlsrpt",
        "explain, POLICY_MODE_I, POLICY_MODE_INVALID",
        "explain, UNDET, UNDETERMINED",
        "explain, FIX_POLICY_, FIX_POLICY_HOST",
        "explain, certificate-e, certificate-expired",
        "explain, REPORT_COUNT_I, REPORT_COUNT_INVALID"
    })
    void aWordIsCompleted(String before, String begun, String offered, @TempDir Path folder) throws Exception {
        Path script = folder.resolve("completion");
        Files.writeString(script, AutoComplete.bash("mta-sts-check", new CommandLine(Main.class)));

        assertThat(offered(script, before, begun).split("\\s+")).containsExactlyInAnyOrder(offered.split(" "));
    }

    private static String offered(Path script, String before, String begun) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", COMPLETE, "bash", script.toString(), "mta-sts-check");
        bash.command().addAll(List.of(before.split(" ")));
        bash.command().add(begun);
        Process process = bash.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output.strip();
    }
}
