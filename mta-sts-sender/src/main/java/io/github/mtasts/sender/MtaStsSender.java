package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MTA-STS for mail servers that send (RFC 8461, section 5): must TLS be proven for this domain, and may a message go to this
 * MX host? Keeps policies in memory and in a {@link PolicyStore}, and fetches them again before they expire.
 *
 * <p>Thread-safe; meant to be made once, and closed. No state of the world is an exception.
 */
public final class MtaStsSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final OperatorRules rules;
    private final Ports ports;
    private final PolicyCache cache;
    private final StoredPolicies store;
    private final PolicyUpdate update;
    private final Flights flights = new Flights();
    private final Refresher refresher;
    private final Dane dane;
    private final HostDecision.Means means;
    private final SenderEvents events;
    private final Clock clock;
    private final Executor executor;

    MtaStsSender(Parts parts) {
        rules = parts.rules();
        ports = parts.ports();
        cache = new PolicyCache();
        store = parts.store();
        events = parts.events();
        clock = parts.clock();
        executor = parts.executor();
        means = new HostDecision.Means(parts.anchors(), clock, events);
        dane = parts.dane();
        update = new PolicyUpdate(ports, cache, store, parts.schedule(), clock, executor, events);
        refresher = new Refresher(
                cache,
                clock,
                parts.alarm(),
                domain -> rules.ruleFor(domain).isEmpty(),
                domain -> look(domain, PolicyUpdate.Occasion.REFRESH),
                update::recall);
    }

    /** What a sender is made of. */
    record Parts(
            OperatorRules rules,
            Ports ports,
            StoredPolicies store,
            SenderEvents events,
            Clock clock,
            Executor executor,
            Set<TrustAnchor> anchors,
            Dane dane,
            Schedule schedule,
            Alarm alarm) {}

    /**
     * Begins a sender. A resolver and a policy fetcher are needed; all else has defaults.
     *
     * @return a builder
     */
    public static MtaStsSenderBuilder builder() {
        return new MtaStsSenderBuilder();
    }

    /** Reads what is stored, and keeps it fresh from now on. */
    MtaStsSender start() {
        executor.execute(update::recall);
        refresher.start();
        return this;
    }

    /**
     * The policy in force for a domain. A cached one answers at once, without I/O; whether it has changed is looked up in the
     * background when the record's TTL has passed.
     *
     * @param domain the recipient's domain, or that of a smart host; never a parent domain (RFC 8461, section 3.4)
     * @return never completes exceptionally; what follows it runs on the caller's thread or on the sender's executor, and must
     *     not block there
     */
    public CompletableFuture<PolicyDecision> policyFor(String domain) {
        Parsed<DomainName> parsed = DomainName.parse(Objects.requireNonNull(domain, "domain"));
        Optional<DomainName> name = parsed.value();
        Instant now = clock.instant();
        Optional<PolicyDecision> byHand = byHand(parsed, now);
        if (byHand.isPresent()) {
            return CompletableFuture.completedFuture(told(byHand.get()));
        }
        Optional<CachedPolicy> cached = cache.policy(name.get(), now);
        if (cached.isPresent()) {
            if (!now.isBefore(cached.get().recordDue()) && !ports.isClosed()) {
                look(name.get(), PolicyUpdate.Occasion.DECISION);
            }
            return CompletableFuture.completedFuture(told(cached.get().decision(now)));
        }
        Optional<NoPolicy> absence = cache.absence(name.get(), now);
        if (absence.isPresent()) {
            return CompletableFuture.completedFuture(told(absence.get().decision(name.get(), now)));
        }
        return current(name.get(), PolicyUpdate.Occasion.DECISION).thenApply(this::told);
    }

    /**
     * The policy in force after its record was looked up now, whatever its TTL. To be asked for before a message is failed for
     * good (RFC 8461, section 5).
     *
     * @param domain as for {@link #policyFor}
     * @return never completes exceptionally
     */
    public CompletableFuture<PolicyDecision> recheck(String domain) {
        Parsed<DomainName> parsed = DomainName.parse(Objects.requireNonNull(domain, "domain"));
        Optional<DomainName> name = parsed.value();
        Optional<PolicyDecision> byHand = byHand(parsed, clock.instant());
        if (byHand.isPresent()) {
            return CompletableFuture.completedFuture(told(byHand.get()));
        }
        return current(name.get(), PolicyUpdate.Occasion.RECHECK).thenApply(this::told);
    }

    /**
     * Applies a decision to an MX host: by DANE, when the host has usable TLSA records, otherwise by the policy (RFC 8461,
     * section 2). Unless {@link MtaStsSenderBuilder#dane} was called, nothing is looked up and the future is already complete.
     *
     * @param decision the decision for the domain whose MX record names the host
     * @param mxHost the host's name as the MX record has it, never a name from a certificate or a greeting
     * @return never completes exceptionally
     */
    public CompletableFuture<HostDecision> forHost(PolicyDecision decision, String mxHost) {
        return dane.find(decision, mxHost)
                .thenApply(found -> new HostDecision(decision, mxHost, found, MxConnection.UNKNOWN, means));
    }

    /**
     * The policies in memory that have not expired, those in mode none among them.
     *
     * @return a copy, sorted by domain
     */
    public List<PolicyDecision> cached() {
        Instant now = clock.instant();
        return cache.policies().stream()
                .filter(policy -> !policy.isExpired(now))
                .map(policy -> policy.decision(now))
                .sorted(Comparator.comparing(PolicyDecision::domain))
                .toList();
    }

    /**
     * Forgets what is known of a domain, in memory and in the store. The next decision looks everything up.
     *
     * @param domain the policy domain
     * @return completes with whether there was a policy
     */
    public CompletableFuture<Boolean> purge(String domain) {
        Optional<DomainName> name =
                DomainName.parse(Objects.requireNonNull(domain, "domain")).value();
        return name.map(known -> CompletableFuture.supplyAsync(() -> forget(known), executor))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /**
     * Forgets every domain, in memory and in the store. Until a domain is asked for again, nothing protects it.
     *
     * @return completes with how many policies there were, expired ones that are still stored among them
     */
    public CompletableFuture<Integer> purgeAll() {
        return CompletableFuture.supplyAsync(this::forgetAll, executor);
    }

    /**
     * Ends refreshes and look-ups; whoever waits is answered with what is cached, or {@link DecisionReason#CLOSED}. It waits
     * for nothing: a policy that was just fetched may still be on its way into the store.
     */
    @Override
    public void close() {
        refresher.close();
        ports.close();
    }

    private boolean forget(DomainName domain) {
        boolean inMemory = cache.policy(domain, clock.instant()).isPresent();
        cache.forget(domain);
        Optional<StoredPolicy> stored = store.find(domain);
        stored.ifPresent(store::remove);
        return inMemory || stored.isPresent();
    }

    private int forgetAll() {
        Set<DomainName> known = new HashSet<>(cache.domains());
        cache.forgetAll();
        store.forEach(policy -> {
            known.add(policy.domain());
            store.remove(policy);
        });
        return known.size();
    }

    private Optional<PolicyDecision> byHand(Parsed<DomainName> name, Instant now) {
        if (name.value().isEmpty()) {
            String why = name.issues().stream().map(Issue::message).findFirst().orElse("");
            return Optional.of(PolicyDecision.none(name.text(), DecisionReason.NO_DOMAIN, why, now));
        }
        DomainName domain = name.value().get();
        return rules.ruleFor(domain).map(rule -> rule.pinned()
                .map(policy -> PolicyDecision.pinned(domain, policy, now))
                .orElseGet(() -> PolicyDecision.none(domain.text(), DecisionReason.SKIPPED, "", now)));
    }

    /** A look that was shared may have been decided just before the policy expired. */
    private CompletableFuture<PolicyDecision> current(DomainName domain, PolicyUpdate.Occasion occasion) {
        return look(domain, occasion)
                .thenCompose(state -> state.isExpired(clock.instant())
                        ? current(domain, PolicyUpdate.Occasion.DECISION)
                        : CompletableFuture.completedFuture(state));
    }

    private CompletableFuture<PolicyDecision> look(DomainName domain, PolicyUpdate.Occasion occasion) {
        return flights.join(domain, occasion, () -> update.run(domain, occasion), error -> whatIsLeft(domain, error));
    }

    private PolicyDecision whatIsLeft(DomainName domain, Throwable error) {
        Instant now = clock.instant();
        if (!ports.isClosed()) {
            LOG.error("The look at {} failed", domain, error);
        }
        return cache.policy(domain, now)
                .map(policy -> policy.decision(now))
                .orElseGet(() -> PolicyDecision.none(
                        domain.text(),
                        ports.isClosed() ? DecisionReason.CLOSED : DecisionReason.RECORD_LOOKUP_FAILED,
                        ports.isClosed() ? "" : "a fault of this program, which is logged",
                        now));
    }

    private PolicyDecision told(PolicyDecision decision) {
        events.decided(decision);
        return decision;
    }
}
