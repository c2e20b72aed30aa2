package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What an operator reads who wrote a wrong value: the property, the value, what would be right, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertiesTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({MtaStsAutoConfiguration.class, MtaStsHealthAutoConfiguration.class})
    static class Application {}

    @ParameterizedTest
    @CsvSource({
        "dns.servers,       ::1,               ::1 is not the address of a name server: write an IP address",
        "dns.servers,       ns1.example.com,   ns1.example.com is not the address of a name server",
        "dns.servers,       localhost,         localhost is not the address of a name server",
        "dns.servers,       192.0.2.53:dns,    192.0.2.53:dns is not the address of a name server",
        "dns.servers,       192.0.2.53:,       192.0.2.53: is not the address of a name server",
        "dns.servers,       [2001:db8::53]:,   [2001:db8::53]: is not the address of a name server",
        "dns.servers,       192.0.2.53/24,     192.0.2.53/24 is not the address of a name server",
        "dns.servers,       192.0.2.300,       192.0.2.300 is not the address of a name server",
        "dns.servers,       127.0.0.1:99999,   127.0.0.1:99999 is not the address of a name server: the port is 1 to 65535",
        "dns.servers,       127.0.0.1:0,       127.0.0.1:0 is not the address of a name server: the port is 1 to 65535",
        "dns.servers,       '192.0.2.1,::1',   ::1 is not the address of a name server",
        "allowed-addresses, hello,             'hello is not an IP address; write an address or a range, such as 10.0.0.0/8'",
        "allowed-addresses, 10.0.0.0/33,       the number after the slash is 0 to 32",
        "timeout,           -5s,               'A timeout is 1ms to 1d, such as 30s.'",
        "timeout,           0s,                A timeout is 1ms to 1d",
        "lookup-timeout,    25h,               A timeout is 1ms to 1d",
        "fetch-timeout,     0s,                A timeout is 1ms to 1d",
        "timeout,           soon,              is not a valid duration",
        "health.domains,    not a domain,      '\"not a domain\" is not a domain name: '",
        "health.domains,    'example.org,a@b', Give a domain name such as example.org",
        "health.interval,   59s,               'The interval is at least 1m, such as 15m.'",
        "health.interval,   -15m,              The interval is at least 1m",
    })
    void aWrongValueIsExplained(String name, String value, String reason, CapturedOutput output) {
        String property = "mta-sts." + name;

        assertThatThrownBy(() -> start("--" + property + "=" + value));

        assertThat(output)
                .contains("Description:", "Action:", property, "'" + value + "'", reason)
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"health.interval, 1m", "timeout, 1ms", "fetch-timeout, 1d", "lookup-timeout, 1d"})
    void theLimitsThemselvesAreRight(String name, String value) {
        Contexts.starter()
                .withPropertyValues("mta-sts.health.domains=example.org", "mta-sts." + name + "=" + value)
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static void start(String property) {
        new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("mta-sts.health.domains=example.org")
                .run(property)
                .close();
    }
}
