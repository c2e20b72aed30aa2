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
 * @param text the policy file as it was served
 * @param fetchedAt when the fetch began, in whole milliseconds; max_age runs from here
 */
public record StoredPolicy(DomainName domain, String recordId, Octets text, Instant fetchedAt) {

    private static final int OVERHEAD = 300;

    /**
     * Rejects null, and with {@link IllegalArgumentException} an invalid id; truncates the time to milliseconds.
     */
    public StoredPolicy {
        Objects.requireNonNull(domain, "domain");
        recordId = new StsRecord(Objects.requireNonNull(recordId, "recordId"), Map.of()).id();
        Objects.requireNonNull(text, "text");
        fetchedAt = Objects.requireNonNull(fetchedAt, "fetchedAt").truncatedTo(ChronoUnit.MILLIS);
    }

    /** RFC 8461, section 3.2: max_age runs from the fetch, and is capped. */
    Instant expiresAt(StsPolicy policy) {
        return fetchedAt.plus(policy.effectiveMaxAge());
    }

    /**
     * Whether a store replaces another policy of the same domain with this one ({@link PolicyStore#put}).
     *
     * @param kept what the store has
     * @return true unless the other was fetched later, by a plausible clock
     */
    public boolean replaces(StoredPolicy kept) {
        return !Objects.requireNonNull(kept, "kept").fetchedAt.isAfter(fetchedAt) || kept.isFromTheFuture(fetchedAt);
    }

    /** Further ahead than the clocks of senders that share a store may be apart: it was fetched by a wrong clock. */
    boolean isFromTheFuture(Instant now) {
        return fetchedAt.isAfter(now.plus(PolicyStore.FURTHEST_CLOCK));
    }

    /** How many octets it takes in memory, roughly. */
    int weight() {
        return OVERHEAD + text.length();
    }

    /**
     * The policy that the text means. Parsed at each call.
     *
     * @return empty when the text is not a valid policy
     */
    public Optional<StsPolicy> policy() {
        return StsPolicy.parse(text).value();
    }

    /** Domain, id and time; the text escaped and bounded. */
    @Override
    public String toString() {
        return domain + " id=" + RemoteText.escape(recordId) + " fetched at " + fetchedAt + ": " + text.quoted();
    }
}
