package io.github.mtasts.check;

import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A TLS report as {@code report --json} answers it; the names of members follow those of RFC 8460. */
final class TlsRptMap {

    private TlsRptMap() {}

    static Map<String, @Nullable Object> of(ReadReport read) {
        TlsRptReport report = read.report();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("valid", read.valid());
        map.put("organization", report.organizationName().orElse(null));
        map.put("report_id", report.reportId().orElse(null));
        map.put("policies", report.policies().size());
        map.put(
                "policy_domains",
                report.policies().stream()
                        .map(ReportedPolicy::policyDomain)
                        .map(domain -> domain.orElse(null))
                        .toList());
        map.put("successful", report.successfulSessions());
        map.put("failed", report.failedSessions());
        map.put("result_types", resultTypes(report));
        map.put("deviations", read.deviations().stream().map(Deviation::toMap).toList());
        map.put("start", report.start().map(Instant::toString).orElse(null));
        map.put("end", report.end().map(Instant::toString).orElse(null));
        map.put("contact", report.contactInfo().orElse(null));
        map.put("by_policy", report.policies().stream().map(TlsRptMap::policy).toList());
        return map;
    }

    private static Map<String, Long> resultTypes(TlsRptReport report) {
        Map<String, Long> sessions = new LinkedHashMap<>();
        for (ReportedPolicy policy : report.policies()) {
            for (FailureDetails details : policy.failureDetails()) {
                sessions.merge(
                        details.resultType().orElse(""),
                        details.failedSessions().orElse(0),
                        Sessions::plus);
            }
        }
        return sessions;
    }

    private static Map<String, @Nullable Object> policy(ReportedPolicy policy) {
        AppliedPolicy applied = AppliedPolicy.of(policy);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("policy_type", policy.policyType().orElse(null));
        map.put("policy_domain", policy.policyDomain().orElse(null));
        map.put("mode", applied.mode().map(PolicyMode::text).orElse(null));
        map.put("mx_host", applied.mx());
        map.put("successful", number(policy.successfulSessions()));
        map.put("failed", number(policy.failedSessions()));
        map.put(
                "failures",
                policy.failureDetails().stream().map(TlsRptMap::failure).toList());
        return map;
    }

    private static Map<String, @Nullable Object> failure(FailureDetails details) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("result_type", details.resultType().orElse(null));
        map.put("failed", number(details.failedSessions()));
        map.put("receiving_mx_hostname", details.receivingMxHostname().orElse(null));
        map.put("receiving_mx_helo", details.receivingMxHelo().orElse(null));
        map.put("receiving_ip", details.receivingIp().orElse(null));
        map.put("sending_mta_ip", details.sendingMtaIp().orElse(null));
        map.put("failure_reason_code", details.failureReasonCode().orElse(null));
        map.put("additional_information", details.additionalInformation().orElse(null));
        return map;
    }

    private static @Nullable Long number(OptionalLong sessions) {
        return sessions.isPresent() ? sessions.getAsLong() : null;
    }
}
