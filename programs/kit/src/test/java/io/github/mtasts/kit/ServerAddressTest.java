package io.github.mtasts.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as operators write them. */
class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8461, 127.0.0.1:8461", "0.0.0.0:0, 0.0.0.0:0", "[::1]:8461, [0:0:0:0:0:0:0:1]:8461"})
    void whereToListenIsAnAddressAndAPort(String text, String shown) {
        assertThat(ServerAddress.shown(ServerAddress.toListen(text))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":8461", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1", "localhost:1"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.toListen(text));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1:53",
        "192.0.2.1:5353, 192.0.2.1:5353",
        "2001:db8::1, [2001:db8:0:0:0:0:0:1]:53",
        "[2001:db8::1], [2001:db8:0:0:0:0:0:1]:53",
        "[2001:db8::1]:5353, [2001:db8:0:0:0:0:0:1]:5353"
    })
    void aNameServerMayHaveNoPort(String text, String shown) {
        assertThat(ServerAddress.shown(ServerAddress.ofResolver(text))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dns.example",
                "192.0.2.1:",
                "192.0.2.1:0",
                "192.0.2.1:99999",
                "300.1.1.1",
                "192.0.2.1/8",
                "[::1",
                "[::1]53",
                "::g",
                "[]:53"
            })
    void whatIsNotANameServerIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.ofResolver(text));
    }
}
