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
        assertThatNullPointerException().isThrownBy(() -> MtaStsSender.builder().dane(none));
    }
}
