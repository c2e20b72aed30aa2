package io.github.mtasts.dns;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Makes one outcome of the two look-ups for a host's addresses. */
final class Addresses {

    private Addresses() {}

    /** Whatever was found, IPv4 first; else a failure, which may hide what there is; else that there is nothing. */
    static Lookup<InetAddress> of(Lookup<InetAddress> a, Lookup<InetAddress> aaaa) {
        if (a.status() == LookupStatus.FOUND && aaaa.status() == LookupStatus.FOUND) {
            List<InetAddress> all =
                    Stream.of(a, aaaa).flatMap(each -> each.records().stream()).toList();
            return Lookup.found(all).withAliases(a.aliases());
        }
        return precedence(a) <= precedence(aaaa) ? a : aaaa;
    }

    private static int precedence(Lookup<InetAddress> lookup) {
        return switch (lookup.status()) {
            case FOUND -> 0;
            case SERVER_FAILURE -> 1;
            case TIMED_OUT -> 2;
            case NOT_ATTEMPTED -> 3;
            case NO_RECORDS -> 4;
            case NO_SUCH_NAME -> 5;
        };
    }
}
