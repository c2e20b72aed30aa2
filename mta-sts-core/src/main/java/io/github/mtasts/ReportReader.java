package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.json.MapReader;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ReportMap} wrote. A text is parsed again, and must contain the fields that stand beside it. */
final class ReportReader {

    private ReportReader() {}

    static MtaStsReport read(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        String domain = reader.required("domain", MapReader::text);
        ReportDraft draft = new ReportDraft(
                evidence(domain, reader),
                domain,
                reader.required("verdict", (report, key) -> report.constant(key, Verdict.class)));
        draft.policyUrl = reader.text("policy_url");
        draft.hasMtaSts = reader.required("has_mta_sts", MapReader::flag);
        draft.record = reader.optionalChild("dns_record").map(ReportReader::record);
        draft.policy = reader.optionalChild("policy").map(ReportReader::policy);
        draft.tlsRpt = reader.optionalChild("tls_rpt").map(ReportReader::tlsRpt);
        draft.mx = reader.list("mx", host -> host.as(MxCoverage::fromMap));
        Optional<MapReader> leftOut = reader.optionalChild("left_out");
        draft.mxLeftOut = leftOut.flatMap(lists -> lists.atLeast(0, "mx")).orElse(0);
        draft.namesLeftOut = leftOut.flatMap(lists -> lists.atLeast(0, "names")).orElse(0);
        draft.issues = issues(reader);
        draft.recommendations = recommendations(reader);
        MtaStsReport report = draft.report();
        if (!reader.has("mode", report.mode().map(PolicyMode::text).orElse(null))) {
            throw reader.wrong("mode", "does not match the policy");
        }
        return report;
    }

    static TextReport readText(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        List<TextKind> kinds = Stream.of(TextKind.values())
                .filter(kind -> reader.has(kind.key()))
                .toList();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException("one of dns_record, policy and tls_rpt is needed, not " + kinds.size());
        }
        TextKind kind = kinds.get(0);
        Optional<MapReader> text = reader.optionalChild(kind.key());
        return switch (kind) {
            case RECORD -> text(reader, kind, text.map(ReportReader::record), StsRecord::parse, ReportMap::record);
            case POLICY -> text(reader, kind, text.map(ReportReader::policy), StsPolicy::parse, ReportMap::policy);
            case TLS_RPT -> text(reader, kind, text.map(ReportReader::tlsRpt), TlsRptRecord::parse, ReportMap::tlsRpt);
        };
    }

    private static <T> TextReport text(
            MapReader report,
            TextKind kind,
            Optional<Parsed<T>> text,
            Function<Octets, Parsed<T>> parser,
            Function<Parsed<T>, Map<String, @Nullable Object>> writer) {
        return new TextReport(
                kind,
                text.orElseGet(() -> parser.apply(Octets.of(""))),
                text.map(writer).orElse(null),
                issues(report),
                recommendations(report));
    }

    /** What a report's JSON holds of it. */
    private static Evidence evidence(String domain, MapReader report) {
        PolicyResponse.Builder policy = PolicyResponse.builder(FetchStatus.NOT_ATTEMPTED);
        report.item("certificate")
                .map(item -> item.as(CertificateSummary::fromMap))
                .ifPresent(policy::certificate);
        return Evidence.builder()
                .domain(domain)
                .checkedAt(report.instant("checked_at"))
                .policy(policy.build())
                .build();
    }

    private static Parsed<StsRecord> record(MapReader map) {
        return text(map, StsRecord::parse, ReportMap::record);
    }

    private static Parsed<StsPolicy> policy(MapReader map) {
        return text(map, StsPolicy::parse, ReportMap::policy);
    }

    private static Parsed<TlsRptRecord> tlsRpt(MapReader map) {
        return text(map, TlsRptRecord::parse, ReportMap::tlsRpt);
    }

    private static List<Issue> issues(MapReader report) {
        return report.list("issues", issue -> issue.as(Issue::fromMap));
    }

    private static List<Recommendation> recommendations(MapReader report) {
        return report.list("recommendations", advice -> advice.as(Recommendation::fromMap));
    }

    /** Text that was not UTF-8 is written as one character per octet, so a text can stand for two sequences of octets. */
    private static <T> Parsed<T> text(
            MapReader map,
            Function<Octets, Parsed<T>> parser,
            Function<Parsed<T>, Map<String, @Nullable Object>> writer) {
        String raw = map.required("raw", MapReader::text);
        boolean valid = map.required("valid", MapReader::flag);
        Parsed<T> utf8 = parsed(Octets.of(raw), valid, parser);
        Optional<String> difference = difference(map, writer.apply(utf8));
        if (difference.isEmpty()) {
            return utf8;
        }
        if (raw.chars().allMatch(c -> c <= 0xFF)) {
            Parsed<T> octets = parsed(Octets.ofLatin1(raw), valid, parser);
            if (difference(map, writer.apply(octets)).isEmpty()) {
                return octets;
            }
        }
        throw map.wrong(difference.get(), "does not match raw");
    }

    /** A text that the grammar accepts is not valid either where it is one of several records. */
    private static <T> Parsed<T> parsed(Octets octets, boolean valid, Function<Octets, Parsed<T>> parser) {
        Parsed<T> parsed = parser.apply(octets);
        return valid ? parsed : new Parsed<>(parsed.text(), Optional.empty(), parsed.fields(), parsed.issues());
    }

    private static Optional<String> difference(MapReader given, Map<String, @Nullable Object> written) {
        return written.entrySet().stream()
                .filter(field -> !has(given, field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A list stands there whole, or as {@link ReportLists} cuts it. */
    private static boolean has(MapReader given, String key, @Nullable Object written) {
        return given.has(key, written)
                || (written instanceof List<?> list
                        && list.size() > ReportLists.MOST
                        && given.has(key, list.subList(0, ReportLists.MOST)));
    }
}
