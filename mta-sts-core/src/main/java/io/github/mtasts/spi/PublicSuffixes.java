package io.github.mtasts.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * The names below which strangers register their own, such as {@code com}, {@code co.uk} and {@code github.io}: a list that
 * changes, and so is not in this library. Must be thread-safe, answer at once, and give equal answers as long as it lives.
 */
@FunctionalInterface
public interface PublicSuffixes {

    /**
     * The part of a name that somebody registered: a public suffix and one label before it.
     *
     * @param domain A-labels in lower case, without a final dot
     * @return the name itself, or one of its parents; empty for a public suffix
     */
    Optional<String> registrableDomain(String domain);

    /**
     * What is known without a list: a name of one label is a public suffix.
     *
     * @return takes every name of two labels as registered by somebody
     */
    static PublicSuffixes ofOneLabel() {
        return domain -> {
            int last = Objects.requireNonNull(domain, "domain").lastIndexOf('.');
            return last < 0 ? Optional.empty() : Optional.of(domain.substring(domain.lastIndexOf('.', last - 1) + 1));
        };
    }
}
