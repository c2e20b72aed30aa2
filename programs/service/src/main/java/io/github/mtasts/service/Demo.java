package io.github.mtasts.service;

import io.github.mtasts.kit.DemoWorld;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.Stop;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.service.kept.Keeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service on a simulated Internet on this machine, with a key of its own. */
final class Demo implements AutoCloseable {

    private static final int USUAL_PORT = 8080;

    private final DemoWorld world = DemoWorld.start();
    private final Path folder = temporaryFolder();
    private final String key;
    private final Service service;

    private Demo() {
        try {
            Path keys = folder.resolve("keys");
            key = new KeyFile(keys).add("demo", Clock.systemUTC().instant());
            service = Service.start(settings(keys, port()));
        } catch (RuntimeException failed) {
            world.close();
            delete(folder);
            throw failed;
        }
    }

    /** Returns when the JVM is ending. */
    static void run(Output out) throws InterruptedException {
        Demo demo = new Demo();
        out.print(demo.text());
        out.flush();
        Stop.await(demo::close);
    }

    @Override
    public void close() {
        service.close();
        world.close();
        delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("mta-sts-service-demo");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int port() {
        try (ServerSocket free = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private Settings settings(Path keys, int port) {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new Settings(
                new InetSocketAddress(here, port),
                new InetSocketAddress(here, 0),
                Optional.of(keys),
                world.network(),
                List.of(),
                List.of(),
                List.of(),
                false,
                1000,
                600,
                200,
                world.domains(),
                new Keeping(Optional.of(folder.resolve("reports")), Duration.ofDays(1)));
    }

    private String text() {
        String address = "http://127.0.0.1:" + service.address().getPort();
        return """
                The service on a simulated Internet (127.0.0.1): real DNS and HTTPS, and no traffic leaves this machine.

                The page:
                  %1$s/#key=%2$s

                The endpoint:
                  curl "%1$s/v1/security/mta-sts" \\
                    -H "Authorization: Bearer %2$s" \\
                    -d "domain=%3$s"

                Metrics:
                  http://127.0.0.1:%5$d/metrics

                For assistants over MCP, with the same header:
                  %1$s/mcp

                Domains to try:
                  %4$s

                Ctrl-C stops it and discards the key.
                """.formatted(
                        address,
                        key,
                        world.domains().get(0),
                        String.join("\n  ", world.domains()),
                        service.metricsAddress().getPort());
    }
}
