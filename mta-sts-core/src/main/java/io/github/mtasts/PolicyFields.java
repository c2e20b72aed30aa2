package io.github.mtasts;

import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.util.Optional;

/** What can be read of a policy's fields, even when the policy is invalid. */
final class PolicyFields {

    private static final int MAX_DIGITS = 10;

    private PolicyFields() {}

    static Optional<PolicyMode> mode(Parsed<StsPolicy> policy) {
        return policy.field("mode").map(Field::value).flatMap(PolicyMode::of);
    }

    /** In seconds; 1 to 10 digits, also above the maximum (RFC 8461, section 3.2). */
    static Optional<Long> maxAge(Parsed<StsPolicy> policy) {
        return policy.field("max_age")
                .map(Field::value)
                .filter(value -> !value.isEmpty()
                        && value.length() <= MAX_DIGITS
                        && value.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::valueOf);
    }
}
