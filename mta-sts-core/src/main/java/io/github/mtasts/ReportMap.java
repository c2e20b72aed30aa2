package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report in the shape that its JSON has: first the nine fields of an MTA-STS check, then our own. */
final class ReportMap {

    private ReportMap() {}

    static Map<String, @Nullable Object> write(MtaStsReport report) {
        ReportLists lists = new ReportLists();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("domain", report.domain());
        map.put("has_mta_sts", report.hasMtaSts());
        map.put("dns_record", report.record().map(ReportMap::record).orElse(null));
        map.put(
                "policy",
                report.policy()
                        .map(policy -> bounded(policy(policy), "mx", "policy_mx", 0, lists))
                        .orElse(null));
        map.put("mode", report.mode().map(PolicyMode::text).orElse(null));
        map.put("policy_url", report.policyUrl().orElse(null));
        map.put(
                "tls_rpt",
                report.tlsRpt()
                        .map(record -> bounded(tlsRpt(record), "rua", "rua", 0, lists))
                        .orElse(null));
        map.put("issues", report.issues().stream().map(Issue::toMap).toList());
        map.put(
                "recommendations",
                report.recommendations().stream().map(Recommendation::toMap).toList());
        map.put("verdict", report.verdict().name());
        map.put(
                "mx",
                lists.first("mx", report.mx(), report.mxLeftOut()).stream()
                        .map(MxCoverage::toMap)
                        .toList());
        map.put(
                "certificate",
                report.certificate()
                        .map(shown -> bounded(certificate(shown), "names", "names", report.namesLeftOut(), lists))
                        .orElse(null));
        map.put("checked_at", report.checkedAt().map(Instant::toString).orElse(null));
        map.put("left_out", lists.leftOut());
        return map;
    }

    private static Map<String, @Nullable Object> bounded(
            Map<String, @Nullable Object> map, String key, String name, int leftOutBefore, ReportLists lists) {
        if (map.get(key) instanceof List<?> list) {
            map.put(key, lists.first(name, list, leftOutBefore));
        }
        return map;
    }

    static Map<String, @Nullable Object> record(Parsed<StsRecord> record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", first(record, "v"));
        map.put("id", first(record, "id"));
        return validAndRaw(map, record);
    }

    static Map<String, @Nullable Object> policy(Parsed<StsPolicy> policy) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", first(policy, "version"));
        map.put("mode", first(policy, "mode"));
        map.put(
                "mx",
                policy.fields().stream()
                        .filter(field -> field.name().equals("mx"))
                        .map(Field::value)
                        .toList());
        map.put("max_age", PolicyFields.maxAge(policy).orElse(null));
        return validAndRaw(map, policy);
    }

    static Map<String, @Nullable Object> tlsRpt(Parsed<TlsRptRecord> record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", first(record, "v"));
        map.put(
                "rua",
                record.value()
                        .map(TlsRptRecord::rua)
                        .orElseGet(() -> record.field("rua")
                                .map(field -> addresses(field.value()))
                                .orElse(List.of())));
        return validAndRaw(map, record);
    }

    private static List<String> addresses(String rua) {
        return Split.at(',', rua).stream()
                .map(String::strip)
                .filter(uri -> !uri.isEmpty())
                .toList();
    }

    private static @Nullable Object first(Parsed<?> parsed, String name) {
        return parsed.field(name).map(Field::value).orElse(null);
    }

    private static Map<String, @Nullable Object> validAndRaw(Map<String, @Nullable Object> map, Parsed<?> parsed) {
        map.put("valid", parsed.value().isPresent());
        map.put("raw", parsed.text().decoded());
        return map;
    }

    /** As evidence has it, but for the start of its lifetime. */
    private static Map<String, @Nullable Object> certificate(CertificateSummary certificate) {
        Map<String, @Nullable Object> map = certificate.toMap();
        map.remove("not_before");
        return map;
    }
}
