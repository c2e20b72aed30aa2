package io.github.mtasts.world;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import java.time.Duration;

/** A checker with the real adapters, in a world on 127.0.0.1. */
final class RealChecker implements AutoCloseable {

    private final DnsjavaResolver dns;
    private final OkHttpPolicyFetcher fetcher;
    private final MtaStsChecker checker;

    RealChecker(MtaStsWorld world, Duration deadline) {
        dns = DnsjavaResolver.builder().servers(world.dns()).timeout(deadline).build();
        fetcher = OkHttpPolicyFetcher.builder(dns)
                .port(world.httpsPort())
                .trust(world.ca())
                .allowAddresses(InetAddress::isLoopbackAddress)
                .timeout(deadline)
                .build();
        checker = MtaStsChecker.builder().resolver(dns).policyFetcher(fetcher).build();
    }

    MtaStsReport check(String domain) {
        return checker.check(domain);
    }

    @Override
    public void close() {
        fetcher.close();
        dns.close();
    }
}
