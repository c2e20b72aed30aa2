package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The configuration file, alone and under a command line. */
class ConfigFileTest {

    @TempDir
    private Path folder;

    @Test
    void eachSettingIsALineAndCommentsAndBlankLinesAreLeftOut() throws IOException {
        ServeSettings settings = read("""
                # a comment
                listen = 127.0.0.1:1234

                  timeout=7
                resolver = [::1]:5353
                trust-ad = true
                postfix.attributes = true
                """);

        assertThat(ServerAddress.shown(settings.listen())).isEqualTo("127.0.0.1:1234");
        assertThat(settings.network().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.network().resolver().map(ServerAddress::shown)).contains("[0:0:0:0:0:0:0:1]:5353");
        assertThat(settings.trustAd()).isTrue();
        assertThat(settings.attributes()).isTrue();
    }

    @Test
    void whatIsNotSetIsAsWithoutAFile() throws IOException {
        ServeSettings settings = read("");

        assertThat(ServerAddress.shown(settings.listen())).isEqualTo("127.0.0.1:8461");
        assertThat(ServerAddress.shown(settings.admin())).isEqualTo("127.0.0.1:8462");
        assertThat(settings.network().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.trustAd()).isFalse();
        assertThat(settings.attributes()).isFalse();
    }

    @Test
    void theCommandLineTakesPrecedence() throws IOException {
        ServeSettings settings = read(
                "listen = 127.0.0.1:1\ntimeout = 7\ntrust-ad = true\nskip = a.example\n",
                "--timeout=9",
                "--trust-ad=false",
                "--skip",
                "b.example");

        assertThat(ServerAddress.shown(settings.listen())).isEqualTo("127.0.0.1:1");
        assertThat(settings.network().timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.trustAd()).isFalse();
        assertThat(settings.ruleCount()).isEqualTo(2);
    }

    @Test
    void aFlagOfTheCommandLineNeedsNoValue() throws IOException {
        assertThat(read("trust-ad = false\n", "--trust-ad").trustAd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'listen', 'expected name = value'",
        "'listen = 127.0.0.1', 'Invalid value for option ''--listen'': 127.0.0.1 is not an address with a port, such as 127.0.0.1:8000'",
        "'colour = red', 'unknown setting: colour'",
        "'--listen = 127.0.0.1:1', 'unknown setting: --listen'",
        "'config = other.conf', 'unknown setting: config'",
        "'demo = true', 'unknown setting: demo'",
        "'= x', 'unknown setting: '",
        "'timeout = 0', 'Invalid value for option ''--timeout'': seconds out of range (1 to 3600): 0'",
        "'trust-ad = maybe', 'Invalid value for option ''--trust-ad'': ''maybe'' is not a boolean'",
        "'timeout = 1\u001B[2J', 'Invalid value for option ''--timeout'': 1\\x1B[2J is not a whole number of seconds'"
    })
    void aLineThatIsWrongIsNamed(String line, String why) {
        assertThatThrownBy(() -> read("# first\n\n" + line + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("conf") + ":3: " + why);
    }

    @Test
    void aSettingOfOneValueIsSetOnce() {
        assertThatThrownBy(() -> read("timeout = 1\ntimeout = 2\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("conf") + ":2: timeout is set twice");
    }

    @ParameterizedTest
    @CsvSource({
        "'skip = a b', 'a b is not a domain to skip or pin: write example.org, or .example.org for all domains below it'",
        "'skip = *.example.org', '*.example.org is not a domain to skip or pin: write example.org, or .example.org for all domains below it'",
        "'pin = example.org', 'example.org: not of the form DOMAIN=FILE'",
        "'pin = example.org=/no/such/file', 'cannot read /no/such/file: no such file or folder'",
        "'ca-file = /no/such/file', 'cannot read /no/such/file: no such file or folder'",
        "'admin = 192.0.2.1:8462', '--admin 192.0.2.1:8462 is not a loopback address, and anyone who can reach it can purge the cache: use an address in 127.0.0.0/8, or [::1]'"
    })
    void aRuleOrAFileThatIsWrongIsNamed(String line, String why) {
        assertThatThrownBy(() -> read(line + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(why);
    }

    @Test
    void aPinnedPolicyMustBeOne() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy"), "version: STSv1\nmode: enforce\nmax_age: 1\n");

        assertThatThrownBy(() -> read("pin = example.org=" + policy + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(policy + " is not a valid policy: ");
    }

    @Test
    void aDomainHasOneRule() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("policy"), "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 1\n");

        assertThatThrownBy(() -> read("skip = example.org\npin = example.org=" + policy + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessage("there are two rules for example.org");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> ServeCommand.under("/no/such/file", parsed()))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot read /no/such/file: no such file or folder");
    }

    @Test
    void theFileThatComesWithItHasTheDefaults() {
        assertThat(ServeCommand.under("dist/mta-sts-postfix.conf", parsed())
                        .settings()
                        .listen())
                .isEqualTo(new Converters.Listen().convert("127.0.0.1:8461"));
    }

    private ServeSettings read(String text, String... commandLine) throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), text);
        return ServeCommand.under(file.toString(), parsed(commandLine)).settings();
    }

    private static CommandLine.ParseResult parsed(String... arguments) {
        return new CommandLine(new ServeCommand()).parseArgs(arguments);
    }
}
