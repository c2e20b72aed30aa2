package io.github.mtasts.service;

import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.Stop;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.PolicySite;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The service that {@code load-test} loads: with the usual limits of what is scarce, and none on numbers of requests. */
final class LoadWorld {

    private static final String RECORD = "v=STSv1; id=20261101T000000";
    private static final int SILENT = 1000;

    private LoadWorld() {}

    /** Prints the port and the keys of an honest and a hostile client, and serves until it is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        MtaStsWorld world = MtaStsWorld.start();
        world.domain("honest.example")
                .record(RECORD)
                .policy(PolicyMode.ENFORCE, "mx.honest.example")
                .mx("mx.honest.example");
        world.domain("large.example")
                .record(RECORD)
                .policy("version: STSv1\nmode: enforce\n" + "mx: \u00e4.large.example\n".repeat(2500)
                        + "max_age: 604800\n")
                .mx("mx.large.example");
        for (int i = 0; i < SILENT; i++) {
            world.domain("silent" + i + ".example")
                    .record(RECORD)
                    .mx("mx.example")
                    .https(PolicySite::silent);
        }
        NetworkSettings network = new NetworkSettings(
                Optional.of(world.dns()),
                Duration.ofSeconds(30),
                InetAddress::isLoopbackAddress,
                List.of(world.ca()),
                world.httpsPort());
        Path keys = Files.createTempDirectory("mta-sts-load").resolve("keys");
        KeyFile file = new KeyFile(keys);
        String honest = file.add("honest", Instant.now());
        String hostile = file.add("hostile", Instant.now());
        Service service = Service.start(new TestSettings().keys(keys).over(network));
        System.out.println(
                service.address().getPort() + " " + service.metricsAddress().getPort() + " " + honest + " " + hostile);
        Stop.await(() -> {
            service.close();
            world.close();
        });
    }
}
