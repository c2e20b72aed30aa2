package io.github.mtasts.service.kept;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports that clients had kept: bounded in octets, for each client and day, and in time. Thread-safe. */
public final class KeptReports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReports.class);

    private static final long MOST_OCTETS = 256L << 20;
    private static final int MOST_A_DAY = 100;

    private final Optional<ReportFolder> folder;
    private final Duration time;
    private final Clock clock;
    private final long mostOctets;
    private final int mostADay;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kept-reports");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, Integer> keptToday = new HashMap<>();
    private LocalDate today = LocalDate.EPOCH;
    private long octets;

    /**
     * Opens the folder, and deletes what is over each hour.
     *
     * @throws UserError when the folder cannot be used
     */
    public KeptReports(Keeping keeping, Clock clock) {
        this(keeping, clock, MOST_OCTETS, MOST_A_DAY);
    }

    KeptReports(Keeping keeping, Clock clock, long mostOctets, int mostADay) {
        this.folder = keeping.isOn() ? keeping.folder().map(path -> open(path, keeping.time())) : Optional.empty();
        this.time = keeping.time();
        this.clock = clock;
        this.mostOctets = mostOctets;
        this.mostADay = mostADay;
        if (isOn()) {
            sweep();
            sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.HOURS);
        }
    }

    private static ReportFolder open(Path path, Duration time) {
        try {
            return new ReportFolder(path, time);
        } catch (IOException cause) {
            throw new UserError(
                    "cannot keep reports in " + RemoteText.escape(path.toString()) + ": " + cause.getMessage(), cause);
        }
    }

    /** Whether reports are kept at all. */
    public boolean isOn() {
        return folder.isPresent();
    }

    /**
     * Keeps a report; one that is kept already stays as it is, and counts for nothing.
     *
     * @param id unguessable, and the same for the same octets: 32 hexadecimal digits
     * @param client on whose account
     * @throws ProblemException 404 when none are kept, 429 after too many of a client on one day, 507 when there is no room
     */
    public synchronized KeptReport keep(String id, String client, String program, byte[] report) {
        ReportFolder open = folder.orElseThrow(KeptReports::off);
        Optional<KeptReport> before = find(id);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!day.equals(today)) {
            keptToday.clear();
            today = day;
        }
        if (keptToday.getOrDefault(client, 0) >= mostADay) {
            throw tooMany(day);
        }
        if (octets >= mostOctets) {
            throw noRoom();
        }
        KeptReport kept = new KeptReport(id, program, new String(report, StandardCharsets.UTF_8), now.plus(time));
        try {
            octets += open.write(id, program, report, now);
        } catch (IOException cause) {
            LOG.error("a report could not be kept", cause);
            throw new ProblemException(Problem.of(ProblemKind.NO_ROOM, "The service could not write the report."));
        }
        keptToday.merge(client, 1, Integer::sum);
        return kept;
    }

    /** The report of an id; empty when there is none, or its time is over. */
    public Optional<KeptReport> find(String id) {
        try {
            return folder.isPresent() ? folder.get().read(id, clock.instant()) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    synchronized void sweep() {
        folder.ifPresent(open -> {
            try {
                octets = open.sweep(clock.instant());
            } catch (IOException | UncheckedIOException cause) {
                LOG.error("reports whose time is over could not be deleted", cause);
            }
        });
    }

    /** 507: the folder has reached its bound. */
    public static ProblemException noRoom() {
        return new ProblemException(Problem.of(ProblemKind.NO_ROOM, "The service has no room for another report."));
    }

    private static ProblemException off() {
        return new ProblemException(Problem.of(ProblemKind.NO_SUCH_REPORT, "This service keeps no reports."));
    }

    private ProblemException tooMany(LocalDate day) {
        Duration wait = Duration.between(
                clock.instant(), day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return ProblemException.retryAfter(
                Problem.of(ProblemKind.TOO_MANY_REPORTS, "A client can have " + mostADay + " reports kept each day."),
                wait);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
