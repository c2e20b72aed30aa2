package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy as it was fetched: what a {@link PolicyStore} keeps.
 *
 * @param domain the policy domain
 * @param recordId the id of the TXT record for which it was fetched
 * @param text the policy file, one character an octet (ISO-8859-1)
 * @param fetchedAt when the fetch began, in whole milliseconds; max_age counts from here
 */
public record StoredPolicy(DomainName domain, String recordId, String text, Instant fetchedAt) {

    private static final int OVERHEAD = 300;

    /**
     * Refuses null, and with {@link IllegalArgumentException} an id that no record can have, and text that is no octets; drops
     * what is finer than a millisecond.
     */
    public StoredPolicy {
        Objects.requireNonNull(domain, "domain");
        recordId = new StsRecord(recordId, Map.of()).id();
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException("a character above U+00FF, where each stands for an octet");
        }
        fetchedAt = fetchedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** RFC 8461, section 3.2: max_age counts from the fetch, and is capped. */
    Instant expiresAt(StsPolicy policy) {
        return fetchedAt.plus(policy.effectiveMaxAge());
    }

    /**
     * Whether a store keeps this policy in place of another of the same domain ({@link PolicyStore#put}).
     *
     * @param kept what the store has
     * @return true unless the other was fetched later, by a clock that may have been right
     */
    public boolean replaces(StoredPolicy kept) {
        return !kept.fetchedAt.isAfter(fetchedAt) || kept.isFromTheFuture(fetchedAt);
    }

    /** No clock of those that share a store is this far ahead: one was wrong when the policy was fetched. */
    boolean isFromTheFuture(Instant now) {
        return fetchedAt.isAfter(now.plus(PolicyStore.FURTHEST_CLOCK));
    }

    /** How many octets it takes in memory, roughly. */
    int weight() {
        return OVERHEAD + text.length();
    }

    /**
     * The policy that the text stands for. It is parsed at each call.
     *
     * @return empty when the text is no valid policy
     */
    public Optional<StsPolicy> policy() {
        return StsPolicy.parse(Octets.ofLatin1(text)).value();
    }

    /** Domain, id and time; the text escaped and bounded. */
    @Override
    public String toString() {
        return domain + " id=" + RemoteText.escape(recordId) + " fetched at " + fetchedAt + ": "
                + Octets.ofLatin1(text).quoted();
    }
}
