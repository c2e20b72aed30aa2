package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.util.Locale;
import java.util.Optional;

/** Names out of the DNS and out of policies, as far as the evaluator compares and judges them. */
final class DomainNames {

    private DomainNames() {}

    /** Lower case, without a final dot. */
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The host's name in canonical form; empty when it is not a host name, or not in A-labels. */
    static Optional<String> host(String name) {
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        return ascii
                ? Optional.of(DomainName.parse(name)).flatMap(Parsed::value).map(DomainName::text)
                : Optional.empty();
    }
}
