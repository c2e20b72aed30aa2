package io.github.mtasts.tlsrpt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A report in the shape that its JSON has (RFC 8460, section 4.4), written. */
final class ReportMap {

    private ReportMap() {}

    static Map<String, Object> write(TlsRptReport report) {
        Map<String, Object> range = new LinkedHashMap<>();
        put(range, "start-datetime", report.start().map(Instant::toString));
        put(range, "end-datetime", report.end().map(Instant::toString));
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "organization-name", report.organizationName());
        map.put("date-range", range);
        put(map, "contact-info", report.contactInfo());
        put(map, "report-id", report.reportId());
        map.put("policies", report.policies().stream().map(ReportMap::entry).toList());
        return map;
    }

    private static Map<String, Object> entry(ReportedPolicy reported) {
        Map<String, Object> policy = new LinkedHashMap<>();
        put(policy, "policy-type", reported.policyType());
        putUnlessEmpty(policy, "policy-string", reported.policyString());
        put(policy, "policy-domain", reported.policyDomain());
        putUnlessEmpty(policy, "mx-host", reported.mxHostPatterns());
        Map<String, Object> summary = new LinkedHashMap<>();
        put(summary, "total-successful-session-count", reported.successfulSessions());
        put(summary, "total-failure-session-count", reported.failedSessions());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("policy", policy);
        map.put("summary", summary);
        map.put(
                "failure-details",
                reported.failureDetails().stream().map(ReportMap::failure).toList());
        return map;
    }

    private static Map<String, Object> failure(FailureDetails details) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "result-type", details.resultType());
        put(map, "sending-mta-ip", details.sendingMtaIp());
        put(map, "receiving-mx-hostname", details.receivingMxHostname());
        put(map, "receiving-mx-helo", details.receivingMxHelo());
        put(map, "receiving-ip", details.receivingIp());
        put(map, "failed-session-count", details.failedSessions());
        put(map, "additional-information", details.additionalInformation());
        put(map, "failure-reason-code", details.failureReasonCode());
        return map;
    }

    static void put(Map<String, Object> map, String name, Optional<String> text) {
        text.ifPresent(present -> map.put(name, present));
    }

    private static void put(Map<String, Object> map, String name, OptionalLong sessions) {
        sessions.ifPresent(count -> map.put(name, count));
    }

    static void putUnlessEmpty(Map<String, Object> map, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            map.put(name, texts);
        }
    }
}
