package io.github.mtasts.tlsrpt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a received report (RFC 8460, section 4.4): the RFC's members in its order, in the forms that reporters use. */
final class ReportReader {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Deviations found = new Deviations();
    private final JsonObject report;

    ReportReader(Map<?, ?> map) {
        this.report = new JsonObject(map, "", found);
    }

    ReadReport read() {
        Optional<String> organizationName = report.required("organization-name");
        Optional<JsonObject> range = dateRange();
        Optional<Instant> start = range.flatMap(dates -> dateTime(dates, "start-datetime", LocalTime.MIDNIGHT));
        Optional<Instant> end = range.flatMap(dates -> dateTime(dates, "end-datetime", LAST_SECOND));
        range.ifPresent(JsonObject::noteUnknown);
        notePeriod(start, end);
        TlsRptReport value = new TlsRptReport(
                organizationName,
                start,
                end,
                report.expected("contact-info"),
                report.required("report-id"),
                policies());
        report.noteUnknown();
        return new ReadReport(value, found.isUsable(), found.list());
    }

    private Optional<JsonObject> dateRange() {
        if (!report.has("date-range")) {
            report.requiredMissing("date-range");
        }
        return report.object("date-range");
    }

    private void notePeriod(Optional<Instant> start, Optional<Instant> end) {
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.get().isBefore(start.get())) {
            report.add(DeviationCode.REPORT_PERIOD_REVERSED, "date-range", "ends before it starts");
        } else if (!isUtcDay(start.get(), end.get())) {
            report.add(DeviationCode.REPORT_PERIOD_NOT_A_DAY, "date-range", "is not one UTC day");
        }
    }

    // §4.4: RFC 3339, section 5.6
    private Optional<Instant> dateTime(JsonObject range, String name, LocalTime timeOfDate) {
        Optional<String> text = range.requiredTextOrNumber(name);
        Optional<Instant> strict = text.flatMap(DateTimes::strict);
        if (strict.isPresent() || text.isEmpty()) {
            return strict;
        }
        Optional<Instant> lenient = text.flatMap(date -> DateTimes.lenient(date, timeOfDate));
        if (lenient.isPresent()) {
            range.add(
                    DeviationCode.REPORT_DATE_TIME_NONSTANDARD,
                    name,
                    "is not an RFC 3339 date-time; read as " + lenient.get());
        } else {
            range.add(DeviationCode.REPORT_DATE_TIME_INVALID, name, "is not a date-time");
        }
        return lenient;
    }

    /** §4.1: from 00:00 to 24:00 UTC; its last second may stand for its end. */
    private static boolean isUtcDay(Instant start, Instant end) {
        Duration length = Duration.between(start, end);
        return start.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT)
                && length.compareTo(Duration.ofDays(1)) <= 0
                && length.compareTo(Duration.ofDays(1).minusSeconds(1)) >= 0;
    }

    // §4: "the 'policies' field of the report body MUST be an array and not a singular value"
    private List<ReportedPolicy> policies() {
        List<ReportedPolicy> policies = report.objects("policies", true).stream()
                .map(entry -> new PolicyReader(entry).read())
                .toList();
        if (!report.has("policies")) {
            report.requiredMissing("policies");
        } else if (policies.isEmpty()) {
            report.add(DeviationCode.REPORT_POLICIES_EMPTY, "policies", "contains no policy");
        }
        return policies;
    }
}
