package io.github.mtasts.http;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.testing.FakeDns;
import java.security.cert.X509Certificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    @Test
    void aSetting() {
        OkHttpPolicyFetcher.Builder builder = OkHttpPolicyFetcher.builder(FakeDns.with());
        refused("dns", () -> OkHttpPolicyFetcher.builder(null));
        refused("given", () -> builder.client(null));
        refused("deadline", () -> builder.timeout(null));
        refused("addresses", () -> builder.allowAddresses(null));
        refused("roots", () -> builder.trust((X509Certificate) null));
    }

    @Test
    void whatIsFetchedOrLookedAt() {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(FakeDns.with())) {
            refused("url", () -> fetcher.fetchPolicy(null));
        }
        refused("text", () -> AddressRange.parse(null));
        refused("network", () -> new AddressRange(null, 0));
        refused("address", () -> AddressRange.parse("192.0.2.1").test(null));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
