package io.github.mtasts;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.PortCall;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import io.github.mtasts.syntax.DomainName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gathers evidence: the four lookups at once, each under its own deadline within that of the whole; then, where a record is
 * missing, one at each name where people publish it by mistake.
 */
final class Discovery {

    /** How long things may take. */
    record Deadlines(Duration whole, Duration lookup, Duration fetch) {}

    /** Whom to ask. */
    record Ports(TxtResolver txt, MxResolver mx, PolicyFetcher fetcher, Optional<PublicSuffixes> suffixes) {}

    private final Ports ports;
    private final Deadlines deadlines;
    private final Alarm alarm;
    private final Clock clock;

    Discovery(Ports ports, Deadlines deadlines, Alarm alarm, Clock clock) {
        this.ports = ports;
        this.deadlines = deadlines;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Completes exceptionally only with an error of a port, such as that of a library that does not fit; when it is cancelled,
     * the lookups are. A bad name is evidence, and causes no I/O.
     */
    CompletableFuture<Evidence> gather(String given) {
        Evidence.Builder evidence = Evidence.builder();
        evidence.domain(given).checkedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Optional<DomainName> name = DomainName.parse(given).value();
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(evidence.build());
        }
        DomainName domain = name.get();
        PortCall<Lookup<TxtRecord>> record = PortCall.lookup();
        PortCall<Lookup<TxtRecord>> tlsRpt = PortCall.lookup();
        PortCall<Lookup<MxHost>> hosts = PortCall.lookup();
        PortCall<PolicyResponse> policy = PortCall.fetch();
        Calls calls = new Calls(List.of(record, policy, hosts, tlsRpt));

        Runnable callOff = alarm.after(deadlines.whole(), () -> calls.expire(deadlines.whole()));
        record.start(() -> ports.txt().resolveTxt(domain.recordName()), deadlines.lookup(), alarm);
        policy.start(() -> ports.fetcher().fetchPolicy(URI.create(domain.policyUrl())), deadlines.fetch(), alarm);
        hosts.start(() -> ports.mx().resolveMx(domain.text()), deadlines.lookup(), alarm);
        tlsRpt.start(() -> ports.txt().resolveTxt(domain.tlsRptName()), deadlines.lookup(), alarm);

        CompletableFuture<Map<String, Lookup<TxtRecord>>> misplaced = CompletableFuture.allOf(
                        record.outcome(), hosts.outcome(), tlsRpt.outcome())
                .thenCompose(done -> lookUp(
                        MisplacedNames.of(
                                domain,
                                record.outcome().join(),
                                tlsRpt.outcome().join(),
                                hosts.outcome().join(),
                                ports.suffixes()),
                        calls));
        CompletableFuture<Evidence> gathered = CompletableFuture.allOf(misplaced, policy.outcome())
                .thenApply(done -> evidence.mtaStsTxt(record.outcome().join())
                        .policy(policy.outcome().join())
                        .mx(hosts.outcome().join())
                        .tlsRptTxt(tlsRpt.outcome().join())
                        .misplaced(misplaced.join())
                        .build());
        gathered.whenComplete((value, error) -> {
            callOff.run();
            calls.cancel();
        });
        return gathered;
    }

    /** All at once, beside the fetch, which takes longer as a rule. */
    private CompletableFuture<Map<String, Lookup<TxtRecord>>> lookUp(List<String> names, Calls calls) {
        Map<String, PortCall<Lookup<TxtRecord>>> lookups = new LinkedHashMap<>();
        names.forEach(name -> lookups.put(name, PortCall.lookup()));
        lookups.values().forEach(calls::add);
        lookups.forEach((name, lookup) -> lookup.start(() -> ports.txt().resolveTxt(name), deadlines.lookup(), alarm));
        return CompletableFuture.allOf(
                        lookups.values().stream().map(PortCall::outcome).toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, Lookup<TxtRecord>> found = new LinkedHashMap<>();
                    lookups.forEach(
                            (name, lookup) -> found.put(name, lookup.outcome().join()));
                    return found;
                });
    }

    /** The calls of one check; one that comes when they were ended is ended, too. */
    private static final class Calls {

        private final List<PortCall<?>> calls;
        private Consumer<PortCall<?>> late = call -> {};

        Calls(List<PortCall<?>> first) {
            calls = new ArrayList<>(first);
        }

        void add(PortCall<?> call) {
            Consumer<PortCall<?>> end;
            synchronized (this) {
                calls.add(call);
                end = late;
            }
            end.accept(call);
        }

        void expire(Duration whole) {
            end(call -> call.expire(whole));
        }

        void cancel() {
            end(PortCall::cancel);
        }

        private void end(Consumer<PortCall<?>> end) {
            List<PortCall<?>> open;
            synchronized (this) {
                late = end;
                open = List.copyOf(calls);
            }
            open.forEach(end);
        }
    }
}
