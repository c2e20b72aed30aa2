package io.github.mtasts.kit;

import java.util.concurrent.CountDownLatch;

/** How a server ends on Ctrl-C and SIGTERM: it is closed before the JVM ends. */
public final class Stop {

    private Stop() {}

    /** Returns when the JVM is ending and {@code close} has run. */
    public static void await(Runnable close) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runnable stop = () -> {
            try {
                close.run();
            } finally {
                ended.countDown();
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        ended.await();
    }
}
