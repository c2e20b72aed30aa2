package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request through a proxy where no key is required. */
class WithoutKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-proto", "X-Forwarded-Anything", "VIA", "X-Real-IP"})
    void whatAProxyAddsIsRefusedUnlessItIsMeant(String header) {
        HttpFields headers = HttpFields.build().put("Host", "localhost").put(header, "192.0.2.1");

        assertThatThrownBy(() -> WithoutKeys.ofThisMachine().require(headers))
                .hasMessageContaining("through a proxy")
                .hasMessageContaining("--behind-proxy");
        assertThatCode(() -> WithoutKeys.behindProxy(List.of()).require(headers))
                .doesNotThrowAnyException();
    }

    @Test
    void behindAProxyItsNamesAreAnsweredAndNoOthers() {
        WithoutKeys behind = WithoutKeys.behindProxy(List.of("check.example.org"));

        assertThatCode(() -> behind.require(
                        HttpFields.build().put("Host", "check.example.org").put("Origin", "https://check.example.org")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> behind.require(HttpFields.build().put("Host", "evil.example")))
                .hasMessageContaining("answers only this machine");
    }
}
