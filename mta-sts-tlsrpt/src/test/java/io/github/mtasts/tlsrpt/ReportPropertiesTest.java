package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Properties of the reports of any events, and of any JSON that resembles a report. The seed is fixed. */
class ReportPropertiesTest {

    private static final int TRIES = 500;
    private static final String SEED = "8460";
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private static final Arbitrary<Object> ANYTHING = value(2);

    private final ObjectMapper json = new ObjectMapper();

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void whatWeReportIsValidAndSurvivesJson(@ForAll("events") List<TlsRptEvent> events) throws JsonProcessingException {
        for (TlsRptReport report : reports(events)) {
            ReadReport read = TlsRptReport.fromMap(json.readValue(json.writeValueAsString(report.toMap()), Map.class));

            assertThat(read.report()).isEqualTo(report);
            assertThat(read.valid()).isTrue();
            assertThat(json.readValue(json.writeValueAsString(report), TlsRptReport.class))
                    .isEqualTo(report);
        }
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void eventsSurviveTheirMap(@ForAll("events") List<TlsRptEvent> events) {
        assertThat(events.stream().map(TlsRptEvent::toMap).map(TlsRptEvent::fromMap))
                .isEqualTo(events);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void everySessionIsCountedOnceAndEveryFailureInItsDetails(@ForAll("events") List<TlsRptEvent> events) {
        List<TlsRptReport> reports = reports(events);

        assertThat(reports.stream()
                        .mapToLong(report -> report.successfulSessions() + report.failedSessions())
                        .sum())
                .isEqualTo(events.size());
        assertThat(reports.stream().flatMap(report -> report.policies().stream()))
                .allSatisfy(policy -> assertThat(policy.failureDetails().stream()
                                .mapToLong(failure -> failure.failedSessions().orElseThrow())
                                .sum())
                        .isEqualTo(policy.failedSessions().orElseThrow()));
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void anyJsonIsReadAndWhatWasReadSurvives(@ForAll("reportLike") Map<String, Object> map) {
        TlsRptReport report = TlsRptReport.fromMap(map).report();

        assertThat(TlsRptReport.fromMap(report.toMap()).report()).isEqualTo(report);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void nothingPrintedIsRawOrEndless(@ForAll("reportLike") Map<String, Object> map) {
        ReadReport read = TlsRptReport.fromMap(map);

        assertThat(read.deviations()).hasSizeLessThanOrEqualTo(101);
        assertThat(Stream.concat(
                        Stream.of(read.report().toString(), read.toString()),
                        read.deviations().stream().map(Deviation::toString)))
                .allMatch(text -> text.codePoints().noneMatch(ReportPropertiesTest::steers));
    }

    @Provide
    Arbitrary<List<TlsRptEvent>> events() {
        return event().list().ofMaxSize(40);
    }

    private static Arbitrary<TlsRptEvent> event() {
        Arbitrary<TlsRptEvent.Builder> policies = Combinators.combine(
                        Arbitraries.longs().between(0, 86_399),
                        Arbitraries.of("example.org", "example.net", "xn--bcher-kva.example"),
                        Arbitraries.of(PolicyType.values()),
                        text().list().ofMaxSize(3),
                        text().list().ofMaxSize(2))
                .as((second, domain, type, lines, patterns) -> TlsRptEvent.builder()
                        .time(MIDNIGHT.plusSeconds(second))
                        .policyDomain(new DomainName(domain))
                        .policyType(type)
                        .policyString(lines)
                        .mxHostPatterns(patterns));
        return Combinators.combine(
                        policies,
                        Arbitraries.of(ResultType.values()).optional(0.6),
                        Arbitraries.of("192.0.2.1", "2001:db8::1").optional(0.5),
                        text().optional(0.5),
                        text().optional(0.3),
                        Arbitraries.of("198.51.100.1", "").optional(0.5),
                        text().optional(0.2),
                        text().optional(0.2))
                .as((policy, type, sender, host, helo, ip, information, reason) -> {
                    type.ifPresent(policy::resultType);
                    sender.ifPresent(policy::sendingMtaIp);
                    host.ifPresent(policy::receivingMxHostname);
                    helo.ifPresent(policy::receivingMxHelo);
                    ip.ifPresent(policy::receivingIp);
                    information.ifPresent(policy::additionalInformation);
                    reason.ifPresent(policy::failureReasonCode);
                    return policy.build();
                });
    }

    /** A report in which any member may be anything. */
    @Provide
    Arbitrary<Map<String, Object>> reportLike() {
        return object(
                "organization-name", text(),
                "date-range", object("start-datetime", dates(), "end-datetime", dates()),
                "contact-info", text(),
                "report-id", text(),
                "policies", list(policy()),
                "x\u202E", text());
    }

    private static Arbitrary<Map<String, Object>> policy() {
        return object(
                "policy",
                        object(
                                "policy-type", Arbitraries.of("sts", "tlsa", "TLSA", "dane"),
                                "policy-string", list(text()),
                                "policy-domain", Arbitraries.of("example.org", "bücher.example", ""),
                                "mx-host", list(text())),
                "summary",
                        object(
                                "total-successful-session-count", count(),
                                "total-failure-session-count", count()),
                "failure-details",
                        list(object(
                                "result-type", Arbitraries.of("certificate-expired", "STS-policy-invalid", "x"),
                                "receiving-mx-hostname", text(),
                                "failed-session-count", count(),
                                "failure-reason-code", text())));
    }

    private static Arbitrary<Object> count() {
        return Arbitraries.of(
                0, 7, 3.0, 3.5, -1, "12", "x", 9_007_199_254_740_991L, Long.MAX_VALUE, new BigDecimal("1e400000000"));
    }

    private static Arbitrary<String> dates() {
        return Arbitraries.of("2026-11-23T00:00:00Z", "2026-11-23", "0000-01-01T00:00:00+01:00", "9999-12-31", "x");
    }

    private static <T> Arbitrary<List<T>> list(Arbitrary<T> items) {
        return items.list().ofMaxSize(4);
    }

    /** An object in which each member is missing, or anything at all, once in a while. */
    private static Arbitrary<Map<String, Object>> object(Object... namesAndValues) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            Arbitrary<Object> member = Arbitraries.frequencyOf(
                    Tuple.of(12, ((Arbitrary<?>) namesAndValues[i + 1]).map(Object.class::cast)),
                    Tuple.of(1, ANYTHING));
            all = Combinators.combine(all, member.optional(0.95)).as((map, present) -> {
                Map<String, Object> more = new HashMap<>(map);
                present.ifPresent(value -> more.put(name, value));
                return more;
            });
        }
        return all;
    }

    private static Arbitrary<Object> value(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                text().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast));
        if (depth == 0) {
            return leaf;
        }
        return Arbitraries.oneOf(
                leaf,
                value(depth - 1).list().ofMaxSize(3).map(ReportPropertiesTest::withNull),
                value(depth - 1).map(inner -> Map.of("policy", inner, "\u202E", inner)));
    }

    private static Object withNull(List<Object> list) {
        List<@Nullable Object> nulls = new ArrayList<>(list);
        nulls.add(null);
        return nulls;
    }

    /** Any characters, those that must not be printed among them. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings()
                        .withChars("\u0000\u001B[31m\r\n\u202E\u2066\u200B\uFEFF\u2028\uD800a.%s$1\\")
                        .ofMaxLength(300),
                Arbitraries.of("", "mx.example.org", "version: STSv1"));
    }

    private static boolean steers(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static List<TlsRptReport> reports(List<TlsRptEvent> events) {
        return new TlsRptReporter("Example Post", "tlsrpt@post.example")
                .reports(LocalDate.of(2026, 11, 23), events, domain -> domain + "_1");
    }
}
