package io.github.mtasts.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.http.AddressRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Settings of a command line, of the environment and of a file. */
class ConfigurationTest {

    private static final String PREFIX = "PROGRAM_";

    /** The settings of a program. */
    static final class Options {
        @Option(names = "--wait", defaultValue = "30", converter = Converters.Seconds.class)
        private Duration wait = Duration.ZERO;

        @Option(names = "--allow-address", converter = Converters.Range.class)
        private List<AddressRange> allowed = new ArrayList<>();

        @Option(names = "--file")
        private @Nullable String file;
    }

    @TempDir
    private Path folder;

    @Test
    void theCommandLineOverridesTheEnvironmentWhichOverridesTheFile() throws IOException {
        assertThat(all("wait = 1", Map.of(), new String[0]).options().wait).isEqualTo(Duration.ofSeconds(1));
        assertThat(all("wait = 1", Map.of("PROGRAM_WAIT", "2")).options().wait).isEqualTo(Duration.ofSeconds(2));
        assertThat(all("wait = 1", Map.of("PROGRAM_WAIT", "2"), "--wait=3").options().wait)
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(all("", Map.of()).options().wait).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theValuesOfARepeatableOptionAddUp() throws IOException {
        Configuration<Options> configuration = all(
                "allow-address = 10.0.0.1\nallow-address = 10.0.0.2",
                Map.of("PROGRAM_ALLOW_ADDRESS", "10.0.0.3, 10.0.0.4 10.0.0.5"),
                "--allow-address=10.0.0.6",
                "--allow-address",
                "10.0.0.7");

        assertThat(configuration.options().allowed)
                .extracting(range -> range.network().getHostAddress())
                .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7");
    }

    @Test
    void anOptionThatIsNotASettingIsLeftOut() throws IOException {
        assertThat(all("", Map.of(), "--config=x", "--file=y").text())
                .contains("file = y")
                .doesNotContain("config");
    }

    @Test
    void anEmptyVariableSetsNothing() {
        assertThat(environment(Map.of("PROGRAM_WAIT", " ", "PROGRAM_ALLOW_ADDRESS", ""))
                        .source("wait"))
                .isEqualTo("default");
    }

    @Test
    void variablesOfOtherProgramsAreIgnored() {
        assertThat(environment(Map.of("PROGRAMME_WAIT", "x", "WAIT", "y")).options().wait)
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "PROGRAM_WAIT, 0, 'PROGRAM_WAIT: Invalid value for option ''--wait'': seconds out of range (1 to 3600): 0'",
        "PROGRAM_ALLOW_ADDRESS, '10.0.0.1,x', 'PROGRAM_ALLOW_ADDRESS: Invalid value for option ''--allow-address'' (<allowed>): x is not an IP address'",
        "PROGRAM_ALOW_ADDRESS, 10.0.0.1, 'PROGRAM_ALOW_ADDRESS: unknown setting: alow-address'",
        "PROGRAM_CONFIG, /etc/x, 'PROGRAM_CONFIG: unknown setting: config'",
        "PROGRAM_wait, 7, 'PROGRAM_wait: unknown setting: wait'",
        "PROGRAM_, 7, 'PROGRAM_: unknown setting: '"
    })
    void aVariableThatIsWrongIsNamed(String variable, String value, String why) {
        assertThatThrownBy(() -> environment(Map.of(variable, value)))
                .isInstanceOf(UserError.class)
                .hasMessage(why);
    }

    @Test
    void aCommentBeginsALineOrFollowsWhiteSpace() throws IOException {
        Configuration<Options> configuration = all("# one\n  # two\nwait = 5 # three\nfile = a#b\t# four\n", Map.of());

        assertThat(configuration.options().wait).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.options().file).isEqualTo("a#b");
    }

    @Test
    void theTextSaysWhereEachValueIsFrom() throws IOException {
        Configuration<Options> configuration =
                all("\nallow-address = 10.0.0.0/8", Map.of("PROGRAM_ALLOW_ADDRESS", "fd00::/8"), "--wait=7");

        assertThat(configuration.text()).isEqualTo("""
                        wait = 7                    # --wait
                        allow-address = 10.0.0.0/8  # %s:2
                        allow-address = fd00::/8    # PROGRAM_ALLOW_ADDRESS
                        #file =                     # not set
                        """.formatted(folder.resolve("conf")));
    }

    @Test
    void theTextIsAFileThatSaysTheSame() throws IOException {
        Configuration<Options> configuration =
                all("allow-address = 10.0.0.0/8\nfile = some file", Map.of("PROGRAM_WAIT", "9"));

        assertThat(values(all(configuration.text(), Map.of()).text())).isEqualTo(values(configuration.text()));
    }

    @Test
    void theTextOfNothingIsTheDefaults() {
        assertThat(new Configuration<>(Options::new).text()).isEqualTo("""
                        wait = 30         # default
                        #allow-address =  # not set
                        #file =           # not set
                        """);
    }

    private static List<String> values(String text) {
        return text.lines().map(line -> line.replaceAll("\\s+# .*", "")).toList();
    }

    private static Configuration<Options> environment(Map<String, String> variables) {
        return new Configuration<>(Options::new).environment(variables, PREFIX);
    }

    private Configuration<Options> all(String file, Map<String, String> variables, String... arguments)
            throws IOException {
        return new Configuration<>(Options::new)
                .file(Files.writeString(folder.resolve("conf"), file).toString())
                .environment(variables, PREFIX)
                .commandLine(program().parseArgs(arguments));
    }

    /** A program with an option that is not a setting. */
    private static CommandLine program() {
        CommandLine line = new CommandLine(new Options());
        line.getCommandSpec()
                .addOption(OptionSpec.builder("--config").type(String.class).build());
        return line;
    }
}
