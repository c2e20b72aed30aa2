package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.http.AddressRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request comes from; 10.0.0.0/8 and fd00::/8 are proxies. */
class ClientAddressTest {

    private final List<String> forgotten = new ArrayList<>();
    private final ClientAddress addresses = new ClientAddress(
            List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8")),
            address -> forgotten.add(address.getHostAddress()));

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(of(FakeRequest.from("192.0.2.1").header("X-Forwarded-For", "198.51.100.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void aProxyWithoutAWordIsTheClient() {
        assertThat(of(FakeRequest.from("10.0.0.1"))).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    192.0.2.1                              | 192.0.2.1
                    198.51.100.1, 192.0.2.1                | 192.0.2.1
                    198.51.100.1, 192.0.2.1, 10.0.0.2      | 192.0.2.1
                    192.0.2.1, fd00::1, 10.0.0.2           | 192.0.2.1
                    10.0.0.3, 10.0.0.2                     | 10.0.0.3
                    2001:db8::1                            | 2001:db8:0:0:0:0:0:1
                    [2001:db8::1]                          | 2001:db8:0:0:0:0:0:1
                    [2001:db8::1]:4711                     | 2001:db8:0:0:0:0:0:1
                    192.0.2.1:4711                         | 192.0.2.1
                    192.0.2.1,                             | 10.0.0.1
                    192.0.2.1, unknown                     | 10.0.0.1
                    192.0.2.1, unknown, 10.0.0.2           | 10.0.0.2
                    192.0.2.1, [, 10.0.0.2                 | 10.0.0.2
                    192.0.2.1, 300.0.0.1                   | 10.0.0.1
                    192.0.2.1, www.example.org             | 10.0.0.1
                    """)
    void aProxyIsBelievedOnTheFirstAddressThatIsNotAProxy(String forwarded, String client) {
        assertThat(of(FakeRequest.from("10.0.0.1").header("X-Forwarded-For", forwarded)))
                .isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(of(FakeRequest.from("10.0.0.1")
                        .header("X-Forwarded-For", "198.51.100.1")
                        .header("X-Forwarded-For", "192.0.2.1, 10.0.0.2")))
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({"[::1], 0:0:0:0:0:0:0:1", "fe80::1%2, fe80:0:0:0:0:0:0:1", "::ffff:192.0.2.1, 192.0.2.1"})
    void thePeerIsAnAddressHoweverItIsWritten(String peer, String client) {
        assertThat(of(FakeRequest.from(peer))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.0.1", "0:0:0:0:0:0:0:1", "fc00:0:0:0:0:0:0:1"
            })
    void aPrivatePeerThatForwardsAndIsNotTrustedIsWarnedOfOnce(String peer) {
        of(FakeRequest.from(peer));
        assertThat(forgotten).isEmpty();

        of(FakeRequest.from(peer).header("X-Forwarded-For", "198.51.100.1"));
        of(FakeRequest.from(peer).header("X-Forwarded-For", "198.51.100.1"));

        assertThat(forgotten).containsExactly(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1", "192.0.2.1", "2001:db8::1"})
    void aTrustedProxyAndAStrangerAreNotWarnedOf(String peer) {
        of(FakeRequest.from(peer).header("X-Forwarded-For", "198.51.100.1"));

        assertThat(forgotten).isEmpty();
    }

    private String of(FakeRequest request) {
        return addresses.of(request.headers(), request.peer()).getHostAddress();
    }
}
