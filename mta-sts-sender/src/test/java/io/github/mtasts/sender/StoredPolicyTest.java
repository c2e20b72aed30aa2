package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store is given to keep. */
class StoredPolicyTest {

    private static final DomainName DOMAIN = new DomainName("example.org");
    private static final Instant TIME = Instant.parse("2026-11-24T12:00:00.123456789Z");

    @Test
    void timeIsKeptInWholeMilliseconds() {
        assertThat(new StoredPolicy(DOMAIN, "a", Octets.of(""), TIME).fetchedAt())
                .isEqualTo(Instant.parse("2026-11-24T12:00:00.123Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\0", "abcdefghijklmnopqrstuvwxyz1234567"})
    void anIdThatNoRecordCanHaveIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoredPolicy(DOMAIN, id, Octets.of(""), TIME));
    }

    @Test
    void remoteTextIsEscapedWhereItIsShown() {
        assertThat(new StoredPolicy(DOMAIN, "a", Octets.of("x\u001b[31m\n"), TIME).toString())
                .doesNotContain("\u001b")
                .doesNotContain("\n");
    }
}
