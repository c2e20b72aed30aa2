package io.github.mtasts.service.http;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports as the rows of a spreadsheet, from their JSON: the page writes the same rows of what it has received. */
final class ReportCsv {

    static final String CONTENT_TYPE = "text/csv;charset=utf-8;header=present";

    /** The names of the columns. */
    static final String HEADER = CsvLine.of(List.of(
            "input",
            "domain",
            "verdict",
            "checked_at",
            "mode",
            "max_age",
            "id",
            "certificate_not_after",
            "mx_covered",
            "mx_hosts",
            "tls_rpt",
            "errors",
            "warnings",
            "first_error",
            "first_error_message",
            "advice"));

    private ReportCsv() {}

    /** Whether a client would rather have this than the other media type, or JSON; the answer says that it may have either. */
    static boolean isWanted(Exchange exchange, String other) {
        exchange.put("Vary", "Accept");
        Accept accept = Accept.of(exchange.headers());
        return accept.names("text/csv")
                && accept.prefers("text/csv", other)
                && accept.prefers("text/csv", "application/json");
    }

    /** What was asked for, and its report as {@code toMap()} gives it. */
    static String row(String input, Map<?, ?> report) {
        Map<?, ?> policy = map(report.get("policy"));
        List<Map<?, ?>> mx = list(report.get("mx"));
        int left = map(report.get("left_out")).get("mx") instanceof Integer number ? number : 0;
        List<Map<?, ?>> errors = issues(report, "ERROR");
        Map<?, ?> first = first(errors);
        return CsvLine.of(List.of(
                RemoteText.printable(input),
                RemoteText.printable(text(report.get("domain"))),
                text(report.get("verdict")),
                text(report.get("checked_at")),
                text(report.get("mode")),
                text(policy.get("max_age")),
                RemoteText.escape(text(map(report.get("dns_record")).get("id"))),
                text(map(report.get("certificate")).get("not_after")),
                Boolean.TRUE.equals(policy.get("valid")) && left == 0 ? covered(mx) : "",
                String.valueOf(mx.size() + left),
                RemoteText.list((List<?>)
                        Objects.requireNonNullElse(map(report.get("tls_rpt")).get("rua"), List.of())),
                String.valueOf(errors.size()),
                String.valueOf(issues(report, "WARNING").size()),
                text(first.get("code")),
                text(first.get("message")),
                list(report.get("recommendations")).stream()
                        .map(advice -> text(advice.get("code")))
                        .collect(Collectors.joining(" "))));
    }

    private static String covered(List<Map<?, ?>> mx) {
        return String.valueOf(
                mx.stream().filter(host -> host.get("covered_by") != null).count());
    }

    private static List<Map<?, ?>> issues(Map<?, ?> report, String severity) {
        return list(report.get("issues")).stream()
                .filter(issue -> severity.equals(issue.get("severity")))
                .toList();
    }

    /** The first that is not the mere echo of another, if there is one. */
    private static Map<?, ?> first(List<Map<?, ?>> errors) {
        Predicate<Map<?, ?>> isEcho =
                error -> IssueCode.RECORD_WITHOUT_POLICY.name().equals(error.get("code"));
        return Stream.concat(errors.stream().filter(isEcho.negate()), errors.stream())
                .findFirst()
                .orElse(Map.of());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(@Nullable Object value) {
        return (List<Map<?, ?>>) Objects.requireNonNull(value);
    }
}
