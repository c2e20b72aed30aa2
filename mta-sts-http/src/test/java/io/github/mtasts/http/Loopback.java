package io.github.mtasts.http;

import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.PolicySite;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** What the fetcher's tests share: a domain of the loopback world, and a fetcher that may go there. */
final class Loopback {

    static final String DOMAIN = "example.org";
    static final String HOST = "mta-sts.example.org";
    static final URI URL = url(DOMAIN);
    static final String POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmax_age: 604800\r\n";

    private Loopback() {}

    static URI url(String domain) {
        return URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt");
    }

    static OkHttpPolicyFetcher.Builder fetcher(MtaStsWorld world) {
        return fetcher(world, at("127.0.0.1"));
    }

    static OkHttpPolicyFetcher.Builder fetcher(MtaStsWorld world, AddressResolver dns) {
        return OkHttpPolicyFetcher.builder(dns)
                .port(world.httpsPort())
                .trust(world.ca())
                .allowAddresses(InetAddress::isLoopbackAddress);
    }

    /** What a fetcher with the usual settings makes of a site. */
    static PolicyResponse fetch(MtaStsWorld world, UnaryOperator<PolicySite> change) {
        world.domain(DOMAIN).policy(POLICY).https(change);
        try (OkHttpPolicyFetcher fetcher = fetcher(world).build()) {
            return fetch(fetcher);
        }
    }

    static PolicyResponse fetch(PolicyFetcher fetcher) {
        return fetcher.fetchPolicy(URL).join();
    }

    /** A DNS in which every host has these addresses. */
    static AddressResolver at(String... addresses) {
        return answering(
                Lookup.found(Arrays.stream(addresses).map(Loopback::address).toList()));
    }

    static AddressResolver answering(Lookup<InetAddress> lookup) {
        return host -> CompletableFuture.completedFuture(lookup);
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(literal, noLiteral);
        }
    }

    static PolicyResponse fetchVia(MtaStsWorld world, AddressResolver dns) {
        try (OkHttpPolicyFetcher fetcher = fetcher(world, dns).build()) {
            return fetch(fetcher);
        }
    }

    static PolicyResponse lookedUp(AddressResolver dns) {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(dns)) {
            return fetch(fetcher);
        }
    }
}
