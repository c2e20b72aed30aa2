package io.github.mtasts.tlsrpt;

import java.util.List;
import java.util.Objects;

/**
 * What could be made of a report that somebody sent.
 *
 * @param report what could be read of it, also when it is not valid
 * @param valid whether it says who reports, on which time, on which policies, and how many sessions: false when such a
 *     member is missing or of a type that cannot stand for it
 * @param deviations where it departs from RFC 8460; at most 101
 */
public record ReadReport(TlsRptReport report, boolean valid, List<Deviation> deviations) {

    /** Refuses null, copies the list. */
    public ReadReport {
        Objects.requireNonNull(report, "report");
        deviations = List.copyOf(deviations);
    }
}
