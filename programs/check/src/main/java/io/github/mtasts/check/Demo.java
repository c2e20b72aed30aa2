package io.github.mtasts.check;

import io.github.mtasts.kit.DemoWorld;
import io.github.mtasts.kit.Network;

/** The main job without the Internet: a small world on the loopback interface, checked over real DNS and HTTPS. */
final class Demo {

    private Demo() {}

    static void run(ReportPrinter printer) {
        Tally tally = new Tally(FailOn.NEVER);
        try (DemoWorld world = DemoWorld.start();
                Network network = Network.forChecker(world.network())) {
            CheckCommand.checkAll(
                    network.checker(),
                    world.domains().iterator(),
                    world.domains().size(),
                    report -> {
                        tally.add(report);
                        printer.print(report);
                    });
        }
        printer.print(tally);
    }
}
