package io.github.mtasts.tlsrpt;

import java.util.List;
import java.util.Objects;

/**
 * A received report, as far as it could be read.
 *
 * @param report what could be read of it, also when it is not valid
 * @param valid whether it says who reports, for which period, on which policies, and how many sessions: false when such
 *     a required member is missing or has a type from which its value cannot be read
 * @param deviations where it deviates from RFC 8460; at most 101, and of severity ERROR only when it is not valid
 */
public record ReadReport(TlsRptReport report, boolean valid, List<Deviation> deviations) {

    /** Rejects null, copies the list. */
    public ReadReport {
        Objects.requireNonNull(report, "report");
        deviations = List.copyOf(deviations);
    }
}
