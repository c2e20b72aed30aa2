package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.sender.Known.Occasion;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MTA-STS for mail servers that send (RFC 8461, section 5): must TLS be verified for this domain, and may a message go to this
 * MX host? Keeps policies in memory and in a {@link PolicyStore}, and fetches them again before they expire.
 *
 * <p>Thread-safe; create one and close it at the end. Network failures are never thrown. Only an {@link Error} of a port, such
 * as a {@link LinkageError}, fails a future.
 *
 * <pre>{@code
 * PolicyDecision decision = sender.policyFor("example.org").join();
 *
 * for (String mxHost : mxHosts) {                             // in order of preference
 *     HostDecision host = sender.forHost(decision, mxHost).join();
 *     Session session = connectAndStartTls(mxHost);           // SNI is the MX host; accept any certificate here
 *     if (host.verify(session.certificates()).mayDeliver()) {
 *         deliver(session);
 *         break;
 *     }
 * }
 * }</pre>
 */
public final class MtaStsSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final OperatorRules rules;
    private final Ports ports;
    private final KnownDomains domains;
    private final PolicyDiscovery discovery;
    private final Refresher refresher;
    private final Dane dane;
    private final HostDecision.Means means;
    private final SenderEvents events;
    private final Clock clock;
    private final Executor executor;

    MtaStsSender(MtaStsSenderBuilder builder, Executor executor, Alarm alarm, DoubleSupplier chance) {
        this.executor = executor;
        clock = builder.clock;
        rules = builder.rules;
        ports = builder.ports(alarm);
        events = new SenderEvents(builder.listener, clock);
        domains = new KnownDomains(builder.store, clock, chance);
        discovery = new PolicyDiscovery(ports, domains, events, clock, executor, chance);
        refresher = new Refresher(
                domains,
                clock,
                alarm,
                domain -> rule(domain).isEmpty(),
                domain -> discovery.of(domain, Occasion.REFRESH));
        dane = new Dane(builder.dane, ports, clock, executor);
        means = new HostDecision.Means(builder.anchors(), clock, events);
    }

    /**
     * Starts building a sender. A resolver and a policy fetcher are required; everything else has a default.
     *
     * @return a builder
     */
    public static MtaStsSenderBuilder builder() {
        return new MtaStsSenderBuilder();
    }

    /** Reads what is stored, and keeps it fresh. */
    MtaStsSender start() {
        executor.execute(domains::recallAll);
        refresher.start();
        return this;
    }

    /**
     * The policy in force for a domain. A cached one answers at once, without I/O; once the TTL of its record has passed, the
     * record is looked up in the background.
     *
     * @param domain the recipient's domain, or that of a smart host; never a parent domain (RFC 8461, section 3.4)
     * @return completes exceptionally only with an {@link Error} of a port, if nothing is cached; dependent stages run on the
     *     caller's thread or on the sender's executor, and must not block there
     */
    public CompletableFuture<PolicyDecision> policyFor(String domain) {
        Parsed<DomainName> name = DomainName.parse(Objects.requireNonNull(domain, "domain"));
        return answer(local(name).or(() -> remembered(name.value().orElseThrow())), name, Occasion.DECISION);
    }

    /**
     * The policy in force after a new lookup of its record, whatever its TTL. Call this before a message is given up for good
     * (RFC 8461, section 5).
     *
     * @param domain as for {@link #policyFor}
     * @return completes exceptionally only with an {@link Error} of a port, if nothing is cached
     */
    public CompletableFuture<PolicyDecision> recheck(String domain) {
        Parsed<DomainName> name = DomainName.parse(Objects.requireNonNull(domain, "domain"));
        return answer(local(name), name, Occasion.RECHECK);
    }

    /**
     * Applies a decision to an MX host: by DANE, when the host has usable TLSA records, otherwise by the policy (RFC 8461,
     * section 2). Unless {@link MtaStsSenderBuilder#dane} was called, nothing is looked up and the future is already complete.
     *
     * @param decision the decision for the domain whose MX record names the host
     * @param mxHost the host's name as the MX record has it, never a name from a certificate or a greeting
     * @return completes exceptionally only with an {@link Error} of a port
     */
    public CompletableFuture<HostDecision> forHost(PolicyDecision decision, String mxHost) {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(mxHost, "mxHost");
        return dane.find(decision, mxHost)
                .thenApply(found -> new HostDecision(decision, mxHost, found, MxConnection.UNKNOWN, means));
    }

    /**
     * The policies in memory that have not expired, those in mode none included.
     *
     * @return a copy, sorted by domain
     */
    public List<PolicyDecision> cached() {
        Instant now = clock.instant();
        return domains.inForce().stream()
                .flatMap(known -> known.decision(now).stream())
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
        return name.map(known -> CompletableFuture.supplyAsync(() -> domains.forget(known), executor))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /**
     * Forgets every domain, in memory and in the store. A domain is not protected until it is asked for again.
     *
     * @return completes with how many policies there were, including expired ones that were still stored
     */
    public CompletableFuture<Integer> purgeAll() {
        return CompletableFuture.supplyAsync(domains::forgetAll, executor);
    }

    /**
     * Ends refreshes and lookups. Pending requests are answered from the cache, or with {@link DecisionReason#CLOSED}. Does
     * not wait: a policy that was just fetched may still be on its way into the store.
     */
    @Override
    public void close() {
        refresher.close();
        ports.close();
    }

    private CompletableFuture<PolicyDecision> answer(
            Optional<PolicyDecision> known, Parsed<DomainName> name, Occasion occasion) {
        CompletableFuture<PolicyDecision> decision = known.map(CompletableFuture::completedFuture)
                .orElseGet(() -> discovery.of(name.value().orElseThrow(), occasion));
        return decision.thenApply(each -> {
            events.decided(each);
            return each;
        });
    }

    /** What is decided without the domain's own word: it is not a domain, or the operator has a rule for it. */
    private Optional<PolicyDecision> local(Parsed<DomainName> name) {
        Instant now = clock.instant();
        if (name.value().isEmpty()) {
            String why = name.issues().stream().map(Issue::message).findFirst().orElse("");
            return Optional.of(PolicyDecision.none(name.text().decoded(), DecisionReason.NO_DOMAIN, why, now));
        }
        DomainName domain = name.value().get();
        return rule(domain)
                .map(rule -> rule.pinned()
                        .map(policy -> PolicyDecision.pinned(domain, policy, now))
                        .orElseGet(() -> PolicyDecision.none(domain.text(), DecisionReason.SKIPPED, "", now)));
    }

    /** Rules that throw are logged, and leave the domain to its own policy. */
    private Optional<OperatorRule> rule(DomainName domain) {
        try {
            return rules.ruleFor(domain);
        } catch (RuntimeException thrown) {
            LOG.error("The operator's rules failed for {}", domain, thrown);
            return Optional.empty();
        }
    }

    /** What memory answers; if its record is due, it is looked up behind the caller's back. */
    private Optional<PolicyDecision> remembered(DomainName domain) {
        Instant now = clock.instant();
        Known known = domains.of(domain);
        Optional<PolicyDecision> decision = known.decision(now);
        boolean isDue = !known.isEnoughFor(Occasion.DECISION, now) && !discovery.isUnderWay(domain);
        if (decision.isPresent() && isDue && !ports.isClosed()) {
            discovery.of(domain, Occasion.DECISION);
        }
        return decision;
    }
}
