package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at a domain: its record, and its policy where the record says so (RFC 8461, sections 3.3 and 5.1). */
final class PolicyUpdate {

    /** Why a look is taken. */
    enum Occasion {
        /** A decision is wanted: what is remembered, and still good, is enough. */
        DECISION,
        /** The record is to be asked for in any case. */
        RECHECK,
        /** The policy is to be fetched in any case. */
        REFRESH
    }

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(1);

    private final Ports ports;
    private final PolicyCache cache;
    private final StoredPolicies store;
    private final Schedule schedule;
    private final Clock clock;
    private final Executor executor;
    private final SenderEvents events;

    PolicyUpdate(
            Ports ports,
            PolicyCache cache,
            StoredPolicies store,
            Schedule schedule,
            Clock clock,
            Executor executor,
            SenderEvents events) {
        this.ports = ports;
        this.cache = cache;
        this.store = store;
        this.schedule = schedule;
        this.clock = clock;
        this.executor = executor;
        this.events = events;
    }

    /** Completes on the executor, with what the domain comes to. */
    CompletableFuture<PolicyDecision> run(DomainName domain, Occasion occasion) {
        return CompletableFuture.supplyAsync(() -> remembered(domain, occasion), executor)
                .thenCompose(
                        known -> known.map(CompletableFuture::completedFuture).orElseGet(() -> look(domain, occasion)));
    }

    /** What is known without asking anybody. Another sender at the same store may have been there before. */
    private Optional<PolicyDecision> remembered(DomainName domain, Occasion occasion) {
        Optional<CachedPolicy> inMemory = cache.policy(domain, clock.instant());
        if (inMemory.isEmpty() || occasion == Occasion.REFRESH) {
            store.find(domain)
                    .filter(stored -> inMemory.isEmpty()
                            || stored.fetchedAt()
                                    .isAfter(inMemory.get().stored().fetchedAt()))
                    .ifPresent(stored -> adopt(stored, clock.instant()));
        }
        Instant now = clock.instant();
        Optional<CachedPolicy> policy = cache.policy(domain, now);
        return switch (occasion) {
            case RECHECK -> Optional.empty();
            case REFRESH ->
                policy.filter(cached -> now.isBefore(cached.refreshDue())).map(cached -> state(cached, now));
            case DECISION ->
                policy.isPresent()
                        ? policy.filter(cached -> inMemory.isEmpty() || now.isBefore(cached.recordDue()))
                                .map(cached -> state(cached, now))
                        : cache.absence(domain, now).map(absence -> state(domain, absence, now));
        };
    }

    /**
     * Takes all that is stored into memory, unless something is known already. What has expired is removed a day later, so
     * that a clock that runs ahead for a while takes nothing away.
     */
    void recall() {
        store.forEach(stored -> {
            Instant now = clock.instant();
            Optional<StsPolicy> policy = stored.policy();
            if (policy.filter(each -> now.isAfter(stored.expiresAt(each).plus(KEPT_AFTER_ITS_END)))
                    .isPresent()) {
                store.remove(stored);
            } else {
                read(stored, now).ifPresent(cached -> cache.putIfAbsent(stored.domain(), cached));
            }
        });
    }

    private void adopt(StoredPolicy stored, Instant now) {
        read(stored, now).ifPresent(policy -> cache.put(stored.domain(), policy));
    }

    private Optional<CachedPolicy> read(StoredPolicy stored, Instant now) {
        return stored.policy()
                .map(policy -> new CachedPolicy(
                        stored, policy, now, schedule.refreshDue(stored.fetchedAt(), policy), Optional.empty()))
                .filter(cached -> !cached.isExpired(now));
    }

    private CompletableFuture<PolicyDecision> look(DomainName domain, Occasion occasion) {
        return ports.record(domain)
                .thenComposeAsync(found -> follow(domain, occasion, RecordAnswer.of(found)), executor);
    }

    private CompletableFuture<PolicyDecision> follow(DomainName domain, Occasion occasion, RecordAnswer answer) {
        Instant now = clock.instant();
        Optional<CachedPolicy> kept = cache.policy(domain, now);
        Optional<String> id = answer.record()
                .map(StsRecord::id)
                // §10.2: refreshed whatever the record says
                .or(() -> occasion == Occasion.REFRESH
                        ? kept.map(cached -> cached.stored().recordId())
                        : Optional.empty());
        if (id.isEmpty()) {
            return CompletableFuture.completedFuture(withoutRecord(domain, answer, kept, now));
        }
        // §3.1: the id says whether the policy has changed
        if (occasion != Occasion.REFRESH
                && kept.filter(cached -> cached.stored().recordId().equals(id.get()))
                        .isPresent()) {
            CachedPolicy same = kept.get().withRecordDue(schedule.recordDue(now, answer.ttl()));
            cache.put(domain, same);
            return CompletableFuture.completedFuture(state(same, now));
        }
        // §3.3: five minutes or more after a failed fetch for the same id
        Optional<FailedFetch> failed =
                cache.lastFailure(domain).filter(failure -> failure.recordId().equals(id.get()));
        if (failed.filter(failure -> failure.isTooEarly(now)).isPresent()) {
            return CompletableFuture.completedFuture(withoutFetch(domain, answer, kept, failed.get(), now));
        }
        int tries = failed.map(FailedFetch::tries).orElse(0) + 1;
        return ports.policy(domain)
                .thenApplyAsync(
                        response -> fetched(domain, answer, id.get(), now, tries, PolicyAnswer.of(response)), executor);
    }

    // §3.1: without a usable record a cached policy stays
    private PolicyDecision withoutRecord(
            DomainName domain, RecordAnswer answer, Optional<CachedPolicy> kept, Instant now) {
        boolean failed = answer.reason() == DecisionReason.RECORD_LOOKUP_FAILED;
        if (kept.isPresent()) {
            CachedPolicy policy = kept.get()
                    .withRecordDue(failed ? schedule.lookupRetry(now) : schedule.recordDue(now, answer.ttl()));
            cache.put(domain, policy);
            return state(policy, now);
        }
        Instant until = failed ? schedule.lookupRetry(now) : schedule.absenceEnd(now, answer.ttl());
        return absent(domain, new NoPolicy(answer.reason(), answer.detail(), cache.lastFailure(domain), until), now);
    }

    private PolicyDecision withoutFetch(
            DomainName domain, RecordAnswer answer, Optional<CachedPolicy> kept, FailedFetch failure, Instant now) {
        if (kept.isPresent()) {
            CachedPolicy policy = kept.get().withRecordDue(schedule.recordDue(now, answer.ttl()));
            cache.put(domain, policy);
            return state(policy, now);
        }
        Instant until = schedule.absenceEnd(now, answer.ttl());
        return absent(domain, new NoPolicy(failure.reason(), failure.detail(), Optional.of(failure), until), now);
    }

    private PolicyDecision fetched(
            DomainName domain, RecordAnswer record, String id, Instant begun, int tries, PolicyAnswer answer) {
        Instant now = clock.instant();
        Optional<CachedPolicy> kept = cache.policy(domain, now);
        if (record.record().isEmpty() && kept.isEmpty()) {
            return withoutRecord(domain, record, kept, now);
        }
        events.fetched(domain, answer, kept.map(cached -> cached.decision(now)));
        if (answer.policy().isPresent()) {
            return replaced(
                    new StoredPolicy(domain, id, answer.text(), begun),
                    answer.policy().get(),
                    record,
                    now);
        }
        FailedFetch failure = new FailedFetch(
                id,
                answer.reason(),
                answer.resultType().orElseThrow(),
                answer.detail(),
                tries,
                schedule.fetchRetry(now, tries));
        if (kept.isEmpty()) {
            return withoutFetch(domain, record, kept, failure, now);
        }
        // §3.3: the cached policy stays in force, and the operator is told
        if (kept.get().policy().mode() != PolicyMode.NONE) {
            LOG.warn(
                    "The policy of {} could not be fetched again ({}); the cached one is in force until {}",
                    domain,
                    RemoteText.escape(answer.detail()),
                    kept.get().expiresAt());
        }
        CachedPolicy policy = kept.get().withFailure(failure, schedule.recordDue(now, record.ttl()));
        cache.put(domain, policy);
        return state(policy, now);
    }

    private PolicyDecision replaced(StoredPolicy stored, StsPolicy policy, RecordAnswer record, Instant now) {
        CachedPolicy fresh = new CachedPolicy(
                stored,
                policy,
                schedule.recordDue(now, record.ttl()),
                schedule.refreshDue(stored.fetchedAt(), policy),
                Optional.empty());
        cache.put(stored.domain(), fresh);
        store.put(stored);
        if (fresh.isExpired(now)) {
            return absent(
                    stored.domain(),
                    new NoPolicy(
                            DecisionReason.EXPIRED,
                            "max_age is " + policy.maxAge().toSeconds(),
                            Optional.empty(),
                            schedule.lookupRetry(now)),
                    now);
        }
        return fresh.decision(DecisionReason.FETCHED, now);
    }

    private PolicyDecision absent(DomainName domain, NoPolicy absence, Instant now) {
        cache.put(domain, absence);
        return state(domain, absence, now);
    }

    private static PolicyDecision state(DomainName domain, NoPolicy absence, Instant now) {
        return absence.decision(domain, now);
    }

    private static PolicyDecision state(CachedPolicy cached, Instant now) {
        return cached.decision(now);
    }
}
