package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is known of a domain, as one immutable value. What a look at the domain makes of it is RFC 8461, section 5:
 * {@link #after}.
 *
 * @param domain the policy domain
 * @param policy the policy that was fetched last; it may have expired
 * @param absence why no policy is in force; empty while one is
 * @param failure the last fetch, if it failed
 * @param recordDue when to look the record up again
 */
record Known(
        DomainName domain,
        Optional<CachedPolicy> policy,
        Optional<Absence> absence,
        Optional<FailedFetch> failure,
        Instant recordDue) {

    /** Why a domain is looked at. */
    enum Occasion {
        /** A decision is needed: what is remembered is enough while it is still good. */
        DECISION,
        /** The record must be looked up. */
        RECHECK,
        /** The policy must be fetched. */
        REFRESH
    }

    /** No policy, and the reason; the detail is for people. */
    record Absence(DecisionReason reason, String detail) {
        Absence {
            detail = FailedFetch.bounded(detail);
        }
    }

    /** Longer than any absence is remembered: it was noted by a clock that ran ahead. */
    private static final Duration TOO_FAR = Duration.ofHours(1);

    private static final int OVERHEAD = 300;

    static Known nothing(DomainName domain) {
        return new Known(domain, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN);
    }

    /**
     * The same with a policy read from the store, whose record is due. What failed for another id is still not fetched again at
     * once (RFC 8461, section 3.3). Empty when the policy has expired, or is not a policy.
     */
    Optional<Known> recalled(StoredPolicy stored, double chance, Instant now) {
        Optional<FailedFetch> failed = failure.filter(each -> !each.recordId().equals(stored.recordId()));
        return stored.policy()
                .map(policy -> CachedPolicy.of(stored, policy, chance))
                .filter(cached -> !cached.isExpired(now))
                .map(cached -> new Known(domain, Optional.of(cached), Optional.empty(), failed, now));
    }

    /**
     * What is known after a look at the domain (RFC 8461, sections 3 and 5).
     *
     * @param answer the record, and the policy if it was fetched
     * @return empty when the policy must be fetched first: ask again with its answer
     */
    Optional<Known> after(Occasion occasion, Answer answer, Instant now) {
        RecordAnswer record = answer.record();
        Optional<String> cachedId = inForce(now).map(cached -> cached.stored().recordId());

        // §10.2: a policy is refreshed whatever its record says
        boolean refresh = occasion == Occasion.REFRESH;
        Optional<String> id = record.id().or(() -> refresh ? cachedId : Optional.empty());

        // §3.1: without a usable record there is no policy, but a cached one stays; with the same id it has not changed
        boolean hasChanged = refresh || answer.policy().isPresent() || !id.equals(cachedId);
        if (id.isEmpty() || !hasChanged) {
            return Optional.of(unchanged(failure, new Absence(record.reason(), record.detail()), record, now));
        }

        // §3.3: after a failure, the same id is not fetched again for five minutes or more
        Optional<FailedFetch> failedBefore =
                failure.filter(failed -> failed.recordId().equals(id.get()));
        if (answer.policy().isEmpty()) {
            return failedBefore.filter(failed -> failed.isTooEarly(now)).map(failed -> failed(failed, record, now));
        }

        // §3.3: without a live policy a cached one is applied until it expires
        PolicyAnswer fetched = answer.policy().get();
        if (fetched.policy().isEmpty()) {
            int tries = failedBefore.map(FailedFetch::tries).orElse(0) + 1;
            Instant retryAt = Schedule.fetchRetry(now, tries, answer.chance());
            return Optional.of(failed(FailedFetch.of(id.get(), fetched, tries, retryAt), record, now));
        }

        // §5.1: a live policy replaces the cached one; §3.2: its max_age counts from the fetch
        StoredPolicy stored = new StoredPolicy(domain, id.get(), fetched.text(), answer.time());
        CachedPolicy cached = CachedPolicy.of(stored, fetched.policy().get(), answer.chance());
        return Optional.of(replaced(cached, record, now));
    }

    private Known failed(FailedFetch failed, RecordAnswer record, Instant now) {
        return unchanged(Optional.of(failed), new Absence(failed.reason(), failed.detail()), record, now);
    }

    /** A policy in force stays so; otherwise there is none, and this is why. */
    private Known unchanged(Optional<FailedFetch> failed, Absence otherwise, RecordAnswer record, Instant now) {
        return isInForce(now)
                ? new Known(domain, policy, Optional.empty(), failed, Schedule.recordDue(now, record))
                : new Known(domain, policy, Optional.of(otherwise), failed, Schedule.absenceEnd(now, record));
    }

    private Known replaced(CachedPolicy fresh, RecordAnswer record, Instant now) {
        if (!fresh.isExpired(now)) {
            return new Known(
                    domain, Optional.of(fresh), Optional.empty(), Optional.empty(), Schedule.recordDue(now, record));
        }
        String why = "max_age is " + fresh.policy().maxAge().toSeconds();
        return new Known(
                domain,
                Optional.of(fresh),
                Optional.of(new Absence(DecisionReason.EXPIRED, why)),
                Optional.empty(),
                Schedule.lookupRetry(now));
    }

    /** The decision that needs no look; empty when there must be one first. */
    Optional<PolicyDecision> decision(Instant now) {
        return decision(failure.isPresent() ? DecisionReason.CACHED_REFRESH_FAILED : DecisionReason.CACHED, now);
    }

    /** The decision that needs no look, with this reason if a policy is in force. */
    Optional<PolicyDecision> decision(DecisionReason inForce, Instant now) {
        String wrong = failure.map(FailedFetch::detail).orElse("");
        return inForce(now)
                .map(cached -> PolicyDecision.inForce(cached.stored(), cached.policy(), inForce, wrong, now))
                .or(() -> absence.filter(none -> isRemembered(now)).map(none -> none(none, now)));
    }

    private PolicyDecision none(Absence none, Instant now) {
        // sessions report a failed fetch only while nothing that was learned later is the reason
        Optional<ResultType> reported =
                failure.filter(failed -> failed.reason() == none.reason()).map(FailedFetch::resultType);
        return PolicyDecision.none(domain.text(), none.reason(), reported, none.detail(), now);
    }

    /** Whether nothing needs to be looked up. */
    boolean isEnoughFor(Occasion occasion, Instant now) {
        return switch (occasion) {
            case DECISION -> isInForce(now) ? now.isBefore(recordDue) : absence.isPresent() && isRemembered(now);
            case RECHECK -> false;
            case REFRESH -> isInForce(now) && !isRefreshDue(now);
        };
    }

    /** The policy while it is applied: at the very end of its max_age it no longer is. */
    Optional<CachedPolicy> inForce(Instant now) {
        return policy.filter(cached -> !cached.isExpired(now));
    }

    boolean isInForce(Instant now) {
        return inForce(now).isPresent();
    }

    private boolean isRemembered(Instant now) {
        return now.isBefore(recordDue) && !recordDue.isAfter(now.plus(TOO_FAR));
    }

    /** When to fetch the policy again without being asked; without a policy, never. */
    Instant refreshDue() {
        return policy.map(cached -> failure.map(FailedFetch::retryAt).orElse(cached.refreshDue()))
                .orElse(Instant.MAX);
    }

    boolean isRefreshDue(Instant now) {
        return !now.isBefore(refreshDue());
    }

    /** The rest, without the policy; empty when nothing is left. */
    Optional<Known> withoutPolicy() {
        return absence.map(none -> new Known(domain, Optional.empty(), absence, failure, recordDue));
    }

    /** How many octets this takes in memory, roughly. */
    int weight() {
        return OVERHEAD + policy.map(CachedPolicy::weight).orElse(0);
    }
}
