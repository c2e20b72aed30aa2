package io.github.mtasts.dns;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    @Test
    void aSetting() {
        DnsjavaResolver.Builder builder = DnsjavaResolver.builder();
        refused("addresses", () -> builder.servers((InetSocketAddress) null));
        refused("addresses", () -> DnsjavaResolver.at((InetSocketAddress) null));
        refused("duration", () -> builder.timeout(null));
    }

    @Test
    void aName() {
        try (DnsjavaResolver resolver =
                DnsjavaResolver.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53))) {
            refused("name", () -> resolver.resolveTxt(null));
            refused("domain", () -> resolver.resolveMx(null));
            refused("name", () -> resolver.resolveTlsa(null));
            refused("host", () -> resolver.resolveAddresses(null));
        }
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
