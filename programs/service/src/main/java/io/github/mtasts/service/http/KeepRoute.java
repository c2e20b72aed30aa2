package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.kept.KeptReport;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.kept.Seal;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

/** {@code /v1/reports}: keeps a report that this service sealed when it sent it, and gives it back. */
final class KeepRoute {

    static final String PATH = "/v1/reports";
    private static final String JSON = "application/json";
    private static final int MAX = 1 << 20;

    /** Half of a seal is an id: nobody can guess it who was not sent the report. */
    private static final int ID = 32;

    private final KeptReports reports;
    private final Seal seal;
    private final Access access;

    KeepRoute(KeptReports reports, Seal seal, Access access) {
        this.reports = reports;
        this.seal = seal;
        this.access = access;
    }

    /** {@code POST}: the octets as they were sent, with their seal. */
    void keep(Exchange exchange) {
        Body.requireType(exchange, JSON);
        access.charge(exchange.client(), 1);
        exchange.whenDone(Body.read(exchange, MAX, "A report must not exceed 1 MiB."), octets -> {
            String shown = Objects.requireNonNullElse(exchange.header(ReportHeaders.SEAL), "");
            if (!seal.isOf(ByteBuffer.wrap(octets), shown)) {
                throw notOurs();
            }
            KeptReport kept =
                    reports.keep(shown.substring(0, ID), exchange.client().name(), ReportHeaders.PROGRAM, octets);
            exchange.put("Location", "/report/" + kept.id());
            ReportHeaders.put(exchange, kept);
            exchange.json(
                    201,
                    Map.of(
                            "page", "/report/" + kept.id(),
                            "report", PATH + "/" + kept.id(),
                            "kept_until", kept.until().toString()));
        });
    }

    /** {@code GET}: without a key, because the id is known to those alone who were given it. */
    void show(Exchange exchange) {
        access.admitWithoutKey(exchange.headers(), exchange.peer());
        KeptReport kept = reports.find(exchange.lastPart())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemKind.NO_SUCH_REPORT,
                        "There is no report at this address: its time is over, or the address is mistyped.")));
        ReportHeaders.put(exchange, kept);
        exchange.send(200, JSON, kept.octets());
    }

    private static ProblemException notOurs() {
        return new ProblemException(Problem.of(
                ProblemKind.BAD_SEAL,
                "This is not a report with its Report-Seal, as this service sent them since it was started."
                        + " Check again, and keep that report."));
    }
}
