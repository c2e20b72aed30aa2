package io.github.mtasts.system;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    @Test
    void aSetting() {
        MtaSts.Builder builder = MtaSts.builder();
        refused("addresses", () -> builder.servers((InetSocketAddress) null));
        refused("roots", () -> builder.trust((X509Certificate) null));
        refused("addresses", () -> builder.allowAddresses(null));
        refused("limit", () -> builder.timeout(null));
        refused("limit", () -> builder.lookupTimeout(null));
        refused("limit", () -> builder.fetchTimeout(null));
    }

    @Test
    void aDomain() {
        try (MtaSts mtaSts = MtaSts.system()) {
            refused("domain", () -> mtaSts.check(null));
            refused("domain", () -> mtaSts.checkAsync(null));
        }
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
