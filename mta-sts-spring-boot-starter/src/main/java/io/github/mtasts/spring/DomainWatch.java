package io.github.mtasts.spring;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Checks domains in the background, and remembers their last answers: health requests must not wait for the network. */
final class DomainWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DomainWatch.class);
    private static final int AT_ONCE = 4;

    private final MtaStsChecker checker;
    private final List<String> domains;
    private final Duration interval;
    private final Supplier<ScheduledExecutorService> timers;
    private final DoubleSupplier chance;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;
    private CompletableFuture<Void> round = CompletableFuture.completedFuture(null);

    DomainWatch(
            MtaStsChecker checker,
            List<DomainName> domains,
            Duration interval,
            Supplier<ScheduledExecutorService> timers,
            DoubleSupplier chance) {
        this.checker = checker;
        this.domains = domains.stream().map(DomainName::text).distinct().toList();
        this.interval = interval;
        this.timers = timers;
        this.chance = chance;
    }

    static DomainWatch over(MtaStsChecker checker, List<DomainName> domains, Duration interval) {
        return new DomainWatch(
                checker,
                domains,
                interval,
                () -> new ScheduledThreadPoolExecutor(1, DomainWatch::daemon),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** DOWN when a domain is broken, else UNKNOWN when one is not known yet, else UP. */
    String status() {
        if (answers.values().stream().anyMatch(Answer::isBroken)) {
            return "DOWN";
        }
        boolean allKnown = domains.stream().map(answers::get).allMatch(answer -> answer != null && answer.isKnown());
        return allKnown ? "UP" : "UNKNOWN";
    }

    /** What is known, by domain. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        for (String domain : domains) {
            Answer answer = answers.get(domain);
            details.put(domain, answer == null ? "not checked yet" : answer.details());
        }
        return details;
    }

    @Override
    public synchronized void start() {
        if (timer == null) {
            ScheduledExecutorService started = timers.get();
            timer = started;
            later(started, Duration.ZERO);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
            round.cancel(true);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void later(ScheduledExecutorService by, Duration pause) {
        try {
            by.schedule(() -> check(by), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The watch was stopped");
        }
    }

    private synchronized void check(ScheduledExecutorService by) {
        if (timer == by) {
            round = checker.checkAll(domains.iterator(), AT_ONCE, this::note);
            round.whenComplete((done, error) -> {
                if (error != null && !(error instanceof CancellationException)) {
                    LOG.error("The domains could not be checked", error);
                }
                later(by, pause());
            });
        }
    }

    /** The interval, up to a tenth shorter or longer, so that many instances do not check at the same moment. */
    private Duration pause() {
        return Duration.ofMillis((long) (interval.toMillis() * (0.9 + 0.2 * chance.getAsDouble())));
    }

    /** A check that could not be completed says nothing new. */
    private void note(MtaStsReport report) {
        Answer answer = Answer.of(report);
        @Nullable Answer before = answers.get(report.domain());
        if (before != null && !answer.isKnown()) {
            LOG.debug("{} could not be checked; the last answer stays", report.domain());
            return;
        }
        answers.put(report.domain(), answer);
        boolean wasBroken = before != null && before.isBroken();
        if (answer.isBroken() && !wasBroken) {
            LOG.warn(
                    "MTA-STS of {} is broken: {}",
                    report.domain(),
                    answer.error().orElse(""));
        } else if (wasBroken && !answer.isBroken()) {
            LOG.info("MTA-STS of {} is no longer broken: {}", report.domain(), answer.verdict());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mta-sts-health");
        thread.setDaemon(true);
        return thread;
    }
}
