package io.github.mtasts.service;

import io.github.mtasts.options.DemoWorld;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The service over a small Internet on this machine. */
final class Demo {

    private Demo() {}

    static void run(PrintWriter out) throws InterruptedException {
        try (DemoWorld world = DemoWorld.start();
                Service service = Service.start(settings(world))) {
            out.println("curl 'http://127.0.0.1:" + service.address().getPort() + "/v1/security/mta-sts?domain="
                    + world.domains().get(0) + "'");
            Thread.currentThread().join();
        }
    }

    private static Settings settings(DemoWorld world) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Settings(any, any, Optional.empty(), world.network(), List.of(), List.of(), 1000, 600, 200);
    }
}
