package io.github.mtasts.dns;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Makes one outcome of the two lookups for a host's addresses. */
final class Addresses {

    private Addresses() {}

    /**
     * Whatever was found, IPv4 first; otherwise a failure, which may hide records; otherwise absence. It may be kept
     * as long as both of its halves, and is authenticated when both are. A family without addresses is ignored
     * then: its absence, or the failure of its lookup, must not make the addresses of the other look unsigned.
     */
    static Lookup<InetAddress> of(Lookup<InetAddress> a, Lookup<InetAddress> aaaa) {
        if (a.status() == LookupStatus.FOUND && aaaa.status() == LookupStatus.FOUND) {
            List<InetAddress> all =
                    Stream.of(a, aaaa).flatMap(each -> each.records().stream()).toList();
            return both(Lookup.found(all), a.aliases(), a, aaaa);
        }
        Lookup<InetAddress> first = precedence(a) <= precedence(aaaa) ? a : aaaa;
        return first.status() == LookupStatus.FOUND || first.isUnknown()
                ? first
                : both(Lookup.without(first.status(), first.detail()), first.aliases(), a, aaaa);
    }

    private static Lookup<InetAddress> both(
            Lookup<InetAddress> outcome, List<String> aliases, Lookup<InetAddress> a, Lookup<InetAddress> aaaa) {
        Lookup<InetAddress> whole =
                outcome.withAliases(aliases).withAuthenticated(a.authenticated() && aaaa.authenticated());
        return a.ttl()
                .flatMap(one -> aaaa.ttl().map(other -> one.compareTo(other) <= 0 ? one : other))
                .map(whole::withTtl)
                .orElse(whole);
    }

    private static int precedence(Lookup<InetAddress> lookup) {
        return switch (lookup.status()) {
            case FOUND -> 0;
            case SERVER_FAILURE -> 1;
            case RESOLVER_UNREACHABLE -> 2;
            case TIMED_OUT -> 3;
            case NOT_ATTEMPTED -> 4;
            case NO_RECORDS -> 5;
            case NO_SUCH_NAME -> 6;
        };
    }
}
