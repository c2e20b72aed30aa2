package io.github.mtasts.store.sqlite;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Policies to store. */
final class Policies {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Policies() {}

    static StoredPolicy of(String domain) {
        return new StoredPolicy(
                new DomainName(domain),
                "20261123T120000",
                Octets.of("version: STSv1\nmode: enforce\nmx: mail." + domain + "\nmax_age: 604800\n"),
                NOON);
    }

    static StoredPolicy numbered(int number) {
        return of("d" + number + ".example");
    }

    static List<StoredPolicy> in(PolicyStore store) {
        List<StoredPolicy> policies = new ArrayList<>();
        store.forEach(policies::add);
        return policies;
    }
}
