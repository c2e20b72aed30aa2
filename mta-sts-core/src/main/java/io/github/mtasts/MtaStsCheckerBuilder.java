package io.github.mtasts;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.DaemonPool;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.spi.TxtResolver;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link MtaStsChecker}; not thread-safe. Setters reject null and return this builder. A timeout that
 * is not positive is an {@link IllegalArgumentException}.
 */
public final class MtaStsCheckerBuilder {

    private @Nullable TxtResolver txt;
    private @Nullable MxResolver mx;
    private @Nullable PolicyFetcher fetcher;
    private @Nullable PublicSuffixes suffixes;
    private @Nullable Executor executor;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration lookupTimeout = Duration.ofSeconds(10);
    private Duration fetchTimeout = Duration.ofSeconds(20);
    private Thresholds thresholds = Thresholds.recommended();
    private Clock clock = Clock.systemUTC();
    private BiConsumer<? super MtaStsReport, ? super Duration> listener = (report, time) -> {};

    MtaStsCheckerBuilder() {}

    /**
     * The DNS, as one object.
     *
     * @param <R> the object's type
     * @param dns looks up TXT and MX records
     * @return this
     */
    public <R extends TxtResolver & MxResolver> MtaStsCheckerBuilder resolver(R dns) {
        return resolver(dns, dns);
    }

    /**
     * The DNS, as two ports.
     *
     * @param txtResolver looks up TXT records
     * @param mxResolver looks up MX records
     * @return this
     */
    public MtaStsCheckerBuilder resolver(TxtResolver txtResolver, MxResolver mxResolver) {
        txt = Objects.requireNonNull(txtResolver, "txtResolver");
        mx = Objects.requireNonNull(mxResolver, "mxResolver");
        return this;
    }

    /**
     * The port that fetches policies.
     *
     * @param policyFetcher the port
     * @return this
     */
    public MtaStsCheckerBuilder policyFetcher(PolicyFetcher policyFetcher) {
        fetcher = Objects.requireNonNull(policyFetcher, "policyFetcher");
        return this;
    }

    /**
     * The list of public suffixes. With one, the parents of a domain below a registrable one are asked for a record, too, and a
     * wildcard for everybody's hosts is told from one for somebody's.
     *
     * @param list none by default: parents are not asked, and only names of one label are public suffixes
     * @return this
     */
    public MtaStsCheckerBuilder publicSuffixes(PublicSuffixes list) {
        suffixes = Objects.requireNonNull(list, "list");
        return this;
    }

    /**
     * How long a whole check may take.
     *
     * @param limit positive; 30 seconds by default
     * @return this
     */
    public MtaStsCheckerBuilder timeout(Duration limit) {
        timeout = positive(limit);
        return this;
    }

    /**
     * How long a DNS lookup may take.
     *
     * @param limit positive; 10 seconds by default
     * @return this
     */
    public MtaStsCheckerBuilder lookupTimeout(Duration limit) {
        lookupTimeout = positive(limit);
        return this;
    }

    /**
     * How long the policy fetch may take, including the lookup of the policy host.
     *
     * @param limit positive; 20 seconds by default
     * @return this
     */
    public MtaStsCheckerBuilder fetchTimeout(Duration limit) {
        fetchTimeout = positive(limit);
        return this;
    }

    /**
     * Where reports are made, deadlines are watched, and the source and the sink of many checks are called.
     *
     * @param runner should have two threads or more; by default a small pool of daemon threads that end when idle
     * @return this
     */
    public MtaStsCheckerBuilder executor(Executor runner) {
        executor = Objects.requireNonNull(runner, "runner");
        return this;
    }

    /**
     * When to warn.
     *
     * @param limits {@link Thresholds#recommended()} by default
     * @return this
     */
    public MtaStsCheckerBuilder thresholds(Thresholds limits) {
        thresholds = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * The clock that timestamps reports, and times checks for the listener.
     *
     * @param watch the system's by default
     * @return this
     */
    public MtaStsCheckerBuilder clock(Clock watch) {
        clock = Objects.requireNonNull(watch, "watch");
        return this;
    }

    /**
     * Receives each report with the duration of its check, for metrics. Called on any thread before the report is returned; must
     * return at once. What it throws goes to the thread's handler of uncaught exceptions, and stops no report.
     *
     * @param reports none by default
     * @return this
     */
    public MtaStsCheckerBuilder listener(BiConsumer<? super MtaStsReport, ? super Duration> reports) {
        listener = Objects.requireNonNull(reports, "reports");
        return this;
    }

    /**
     * Makes the checker.
     *
     * @return a checker
     * @throws IllegalStateException when the resolver or the policy fetcher is missing
     */
    public MtaStsChecker build() {
        Executor runner = executor == null ? DaemonPool.named("mta-sts-checker") : executor;
        return build(runner, Alarm.on(runner));
    }

    MtaStsChecker build(Executor runner, Alarm alarm) {
        if (txt == null || mx == null) {
            throw new IllegalStateException("a checker needs a resolver: call resolver(…)");
        }
        if (fetcher == null) {
            throw new IllegalStateException("a checker needs a policy fetcher: call policyFetcher(…)");
        }
        Discovery.Ports ports = new Discovery.Ports(txt, mx, fetcher, Optional.ofNullable(suffixes));
        Discovery.Deadlines deadlines = new Discovery.Deadlines(timeout, lookupTimeout, fetchTimeout);
        Thresholds limits = thresholds;
        PublicSuffixes list = ports.suffixes().orElseGet(PublicSuffixes::ofOneLabel);
        return new MtaStsChecker(
                new Discovery(ports, deadlines, alarm, clock),
                evidence -> MtaStsReport.of(evidence, limits, list),
                listener,
                clock,
                runner);
    }

    private static Duration positive(Duration limit) {
        if (Objects.requireNonNull(limit, "limit").isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("timeout must be positive: " + limit);
        }
        return limit;
    }
}
