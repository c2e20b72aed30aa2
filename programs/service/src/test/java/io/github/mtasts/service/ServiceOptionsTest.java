package io.github.mtasts.service;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The settings, from wherever they are. */
class ServiceOptionsTest {

    private static final Set<String> NO_SETTINGS = Set.of("config", "help", "version");

    @TempDir
    private Path folder;

    @Test
    void withoutAWordItIsForThisMachineAlone() {
        Settings settings = settings(Map.of());

        assertThat(ServerAddress.shown(settings.listen())).isEqualTo("127.0.0.1:8080");
        assertThat(ServerAddress.shown(settings.metrics())).isEqualTo("127.0.0.1:8081");
        assertThat(settings.keys()).isEmpty();
        assertThat(settings.hosts()).isEmpty();
        assertThat(settings.proxies()).isEmpty();
        assertThat(settings.behindProxy()).isFalse();
        assertThat(settings.keyLimit()).isEqualTo(1000);
        assertThat(settings.addressLimit()).isEqualTo(600);
        assertThat(settings.concurrency()).isEqualTo(200);
        assertThat(settings.network().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.network().resolver()).isEmpty();
    }

    @Test
    void thatAProxyIsMeantIsSaidByOneWord() {
        assertThat(settings(Map.of("MTA_STS_SERVICE_BEHIND_PROXY", "true")).behindProxy())
                .isTrue();
    }

    @Test
    void everySettingIsAVariable() {
        Settings settings = settings(Map.ofEntries(
                entry("MTA_STS_SERVICE_LISTEN", "0.0.0.0:1"),
                entry("MTA_STS_SERVICE_METRICS", "127.0.0.1:2"),
                entry("MTA_STS_SERVICE_KEYS", "keys"),
                entry("MTA_STS_SERVICE_HOST", "Check.example.org,check.example.net"),
                entry("MTA_STS_SERVICE_AUTHORIZATION_SERVER", "https://login.example.org/realms/mail"),
                entry("MTA_STS_SERVICE_TRUSTED_PROXY", "10.0.0.0/8 192.0.2.1"),
                entry("MTA_STS_SERVICE_KEY_LIMIT", "3"),
                entry("MTA_STS_SERVICE_ADDRESS_LIMIT", "4"),
                entry("MTA_STS_SERVICE_CONCURRENCY", "5"),
                entry("MTA_STS_SERVICE_TIMEOUT", "6"),
                entry("MTA_STS_SERVICE_RESOLVER", "192.0.2.53")));

        assertThat(ServerAddress.shown(settings.listen())).isEqualTo("0.0.0.0:1");
        assertThat(ServerAddress.shown(settings.metrics())).isEqualTo("127.0.0.1:2");
        assertThat(settings.keys()).contains(Path.of("keys"));
        assertThat(settings.hosts()).containsExactly("check.example.org", "check.example.net");
        assertThat(settings.authorizationServers()).containsExactly("https://login.example.org/realms/mail");
        assertThat(settings.proxies()).extracting(Object::toString).containsExactly("10.0.0.0/8", "192.0.2.1/32");
        assertThat(settings.keyLimit()).isEqualTo(3);
        assertThat(settings.addressLimit()).isEqualTo(4);
        assertThat(settings.concurrency()).isEqualTo(5);
        assertThat(settings.network().timeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.network().resolver().map(ServerAddress::shown)).contains("192.0.2.53:53");
    }

    @Test
    void anAddressOfAnotherMachineIsAllowedWithKeys() {
        assertThat(settings(Map.of(), "--listen=0.0.0.0:1", "--keys=keys").keys())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "127.1.2.3:1", "[::1]:1"})
    void aLoopbackAddressNeedsNoKeys(String address) {
        assertThat(settings(Map.of(), "--listen=" + address).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:1", "[::]:1", "192.0.2.1:1"})
    void anotherAddressWithoutKeysIsRefusedByItsSource(String address) throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), "listen = " + address + "\n");

        assertThatThrownBy(() -> settings(Map.of(), "--listen=" + address)).hasMessageStartingWith("--listen: ");
        assertThatThrownBy(() -> ServiceOptions.settings(ServiceOptions.read(file.toString(), Map.of(), parsed())))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining("is not a loopback address");
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_LIMIT, 0, must be a number from 1 to 1000000: 0",
        "ADDRESS_LIMIT, 1000001, must be a number from 1 to 1000000: 1000001",
        "KEEP_REPORTS, 3651, must be a number from 0 to 3650: 3651",
        "CONCURRENCY, 10001, must be a number from 1 to 10000: 10001",
        "CONCURRENCY, -1, must be a number from 1 to 10000: -1",
        "CONCURRENCY, many, must be a number from 1 to 10000: many",
        "HOST, https://check.example.org, not a host: https://check.example.org; give its name alone",
        "HOST, check.example.org:80, not a host: check.example.org:80; give its name alone",
        "AUTHORIZATION_SERVER, http://login.example.org, not an https URL of an authorization server",
        "AUTHORIZATION_SERVER, https://login.example.org, the name that clients use is needed too: pass --host NAME",
        "TRUSTED_PROXY, proxy.example.org, proxy.example.org is not an IP address",
        "LISTEN, 8080, 8080 is not an address with a port"
    })
    void aValueThatIsWrongIsNamedByItsSource(String setting, String value, String why) {
        assertThatThrownBy(() -> settings(Map.of("MTA_STS_SERVICE_" + setting, value)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("MTA_STS_SERVICE_" + setting + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void aFileOfCertificatesThatIsMissingIsNamedByItsSource() {
        assertThatThrownBy(() -> settings(Map.of("MTA_STS_SERVICE_CA_FILE", "/no/such/file")))
                .isInstanceOf(UserError.class)
                .hasMessage("MTA_STS_SERVICE_CA_FILE: cannot read /no/such/file: no such file or folder");
    }

    @Test
    void theFileThatComesWithItHasEverySettingAndTheDefaults() throws IOException {
        String file = Files.readString(Path.of("dist/mta-sts-service.conf"));
        Path all = Files.writeString(folder.resolve("conf"), file);

        assertThat(names(file)).isEqualTo(names());
        assertThat(ServiceOptions.settings(ServiceOptions.read(all.toString(), Map.of(), parsed()))
                        .listen())
                .isEqualTo(settings(Map.of()).listen());
    }

    private static Set<String> names() {
        return new CommandLine(new ServeCommand())
                .getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .map(name -> name.substring(2))
                        .filter(name -> !NO_SETTINGS.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String file) {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = Pattern.compile("(?m)^#?([a-z-]+) = ").matcher(file); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Settings settings(Map<String, String> variables, String... arguments) {
        return ServiceOptions.settings(ServiceOptions.read(null, variables, parsed(arguments)));
    }

    private static CommandLine.ParseResult parsed(String... arguments) {
        return new CommandLine(new ServeCommand()).parseArgs(arguments);
    }
}
