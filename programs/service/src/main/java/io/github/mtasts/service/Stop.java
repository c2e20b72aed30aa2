package io.github.mtasts.service;

import java.util.concurrent.CountDownLatch;

/** How the program ends when it is told to (Ctrl-C, SIGTERM): all is closed first. */
final class Stop {

    private Stop() {}

    /** Returns when the JVM is ending, and the service is closed. */
    static void await(Runnable close) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runnable stop = () -> {
            try {
                close.run();
            } finally {
                ended.countDown();
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "mta-sts-service-stop"));
        ended.await();
    }
}
