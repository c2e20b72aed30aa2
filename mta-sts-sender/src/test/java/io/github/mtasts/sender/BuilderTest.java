package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.testing.FakeDns;
import java.security.cert.X509Certificate;
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

    @Test
    @SuppressWarnings("NullAway")
    void rootsAreGivenWithoutNullAndAtLeastOne() {
        assertThatNullPointerException()
                .isThrownBy(() -> MtaStsSender.builder().trustOnly((X509Certificate) null))
                .withMessage("roots");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MtaStsSender.builder().trustOnly())
                .withMessage("trustOnly needs at least one root");
    }
}
