package io.github.mtasts.service;

import io.github.bucket4j.TimeMeter;
import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.WithoutKeys;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.http.ApiRoutes;
import io.github.mtasts.service.http.ApiServer;
import io.github.mtasts.service.http.HealthRoutes;
import io.github.mtasts.service.http.Limits;
import io.github.mtasts.service.kept.Keeping;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.mcp.McpRoutes;
import io.github.mtasts.service.mcp.ProtectedResource;
import io.github.mtasts.service.operation.Metrics;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server over checks that end when the test says so. */
public final class StubService implements AutoCloseable {

    /** A check that was begun. */
    public record Begun(String domain, CompletableFuture<MtaStsReport> report) {

        public void end() {
            report.complete(absent(domain));
        }
    }

    private final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    private final Metrics metrics = new Metrics(Duration.ofSeconds(30));
    private final Checks checks;
    private final ApiServer server;

    /** For everybody on this machine. */
    public StubService(int atOnce) {
        this(
                atOnce,
                new Access(
                        Optional.empty(),
                        WithoutKeys.ofThisMachine(),
                        List.of(),
                        1_000_000,
                        1_000_000,
                        TimeMeter.SYSTEM_NANOTIME));
    }

    /** For those who are admitted. */
    public StubService(int atOnce, Access access) {
        checks = new Checks(this::check, atOnce, System::nanoTime, metrics::checked);
        server = ApiServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                metrics,
                List.of(
                        new HealthRoutes(Optional::empty),
                        new ApiRoutes(
                                checks, access, Clock.systemUTC(), new KeptReports(Keeping.OFF, Clock.systemUTC())),
                        new McpRoutes(checks, access, List.of(), new ProtectedResource("localhost", List.of()), "1")),
                Limits.behind(List.of()));
    }

    /** The next check that is begun; waits for it. */
    public Begun awaitCheck() {
        try {
            Begun next = begun.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no check was begun");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends every check that was begun and not awaited; gives how many. */
    public int endAll() {
        List<Begun> ends = new ArrayList<>();
        begun.drainTo(ends);
        ends.forEach(Begun::end);
        return ends.size();
    }

    public ApiClient client() {
        return new ApiClient(port());
    }

    public int port() {
        return server.port();
    }

    public Checks checks() {
        return checks;
    }

    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    private CompletableFuture<MtaStsReport> check(String domain) {
        CompletableFuture<MtaStsReport> report = new CompletableFuture<>();
        begun.add(new Begun(domain, report));
        return report;
    }

    private static MtaStsReport absent(String domain) {
        return MtaStsChecker.builder()
                .resolver(FakeDns.with())
                .policyFetcher(FakePolicies.with())
                .build()
                .check(domain);
    }
}
