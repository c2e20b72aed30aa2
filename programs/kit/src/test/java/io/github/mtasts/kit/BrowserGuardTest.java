package io.github.mtasts.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserGuardTest {

    private final BrowserGuard guard = new BrowserGuard(List.of("check.Example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "127.0.0.1",
                "127.8.9.10:80",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]:8462",
                "check.example.org",
                "CHECK.example.org:443"
            })
    void namesOfThisMachineAndOfTheServerAreKnownAtAnyPort(String host) {
        assertThat(guard.knows(host)).isTrue();
        assertThat(guard.isForeignOrigin("http://" + host)).isFalse();
        assertThat(guard.isForeignOrigin("https://" + host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.evil.example",
                "192.0.2.1",
                "[2001:db8::1]",
                "localhost:8080:80",
                "localhost:port",
                "user@localhost",
                "sub.check.example.org",
                "[::1",
                "localhost, evil.example"
            })
    void otherNamesAreRefused(String host) {
        assertThat(guard.knows(host)).isFalse();
        assertThat(guard.isForeignOrigin("http://" + host)).isTrue();
    }

    @Test
    void programsSendNoOriginAndNoSite() {
        assertThat(guard.knows(null)).isFalse();
        assertThat(guard.isForeignOrigin(null)).isFalse();
        assertThat(BrowserGuard.isForeignSite(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "file://", "localhost", "ftp://localhost", "http://localhost/page"})
    void anOriginThatIsNotOneOfHttpIsForeign(String origin) {
        assertThat(guard.isForeignOrigin(origin)).isTrue();
    }

    @Test
    void onlyTheSameSiteAndTheAddressBarAreNotForeign() {
        assertThat(List.of("same-origin", "none")).noneMatch(BrowserGuard::isForeignSite);
        assertThat(List.of("same-site", "cross-site", "")).allMatch(BrowserGuard::isForeignSite);
    }
}
