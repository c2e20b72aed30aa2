package io.github.mtasts;

import java.util.concurrent.atomic.AtomicInteger;

/** Checks as many domains as its argument says, twice, and prints how much more memory is in use after the second time. */
final class ManyDomains {

    private ManyDomains() {}

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        MtaStsChecker checker = ReadyPorts.atOnce().build();
        AtomicInteger reports = new AtomicInteger();
        checkAll(checker, Math.min(size, 10_000), reports);
        long before = used();
        checkAll(checker, size, reports);
        System.out.println(reports + " reports, " + (used() - before) / 1024 + " KiB more");
    }

    private static void checkAll(MtaStsChecker checker, int size, AtomicInteger reports) {
        reports.set(0);
        checker.checkAll(new Domains(size), 200, report -> reports.incrementAndGet())
                .join();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
