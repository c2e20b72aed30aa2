package io.github.mtasts.testing.clients;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.Delivery;
import io.github.mtasts.sender.HostResult;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the result of judging an MX host, from {@link SenderAssertions#assertThat(HostResult)}. A result does not have the
 * host's name: {@code as(mxHost)} puts it before a failure.
 */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
public final class HostResultAssert extends AbstractAssert<HostResultAssert, HostResult> {

    HostResultAssert(HostResult actual) {
        super(actual, HostResultAssert.class);
    }

    /**
     * Passes when the message may go to the host, reported or not.
     *
     * @return this
     */
    public HostResultAssert mayDeliver() {
        isNotNull();
        if (!actual.mayDeliver()) {
            unmet("a delivery");
        }
        return this;
    }

    /**
     * Passes when the delivery is this one.
     *
     * @param delivery the expected delivery
     * @return this
     */
    public HostResultAssert hasDelivery(Delivery delivery) {
        Objects.requireNonNull(delivery, "delivery");
        isNotNull();
        if (actual.delivery() != delivery) {
            unmet("the delivery " + delivery);
        }
        return this;
    }

    /**
     * Passes when the host fails in this way.
     *
     * @param type the result type (RFC 8460, section 4.3)
     * @return this
     */
    public HostResultAssert hasResultType(ResultType type) {
        Objects.requireNonNull(type, "type");
        isNotNull();
        if (actual.resultType().filter(type::equals).isEmpty()) {
            unmet("the result type " + type.text());
        }
        return this;
    }

    private void unmet(String expected) {
        failWithMessage("%s", "Expected " + expected + ", but the result is " + actual + ".");
    }
}
