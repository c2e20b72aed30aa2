package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.testing.FakeDns;
import org.junit.jupiter.api.Test;

/** What a builder refuses. */
class BuilderTest {

    @Test
    @SuppressWarnings("NullAway")
    void aResolverForDaneThatIsNullIsRefusedAtOnce() {
        FakeDns none = null;
        FakeDns dns = FakeDns.with();
        assertThatNullPointerException().isThrownBy(() -> MtaStsSender.builder().dane(none));
        assertThatNullPointerException().isThrownBy(() -> MtaStsSender.builder().dane(none, dns, dns));
        assertThatNullPointerException().isThrownBy(() -> MtaStsSender.builder().dane(dns, none, dns));
        assertThatNullPointerException().isThrownBy(() -> MtaStsSender.builder().dane(dns, dns, none));
    }
}
