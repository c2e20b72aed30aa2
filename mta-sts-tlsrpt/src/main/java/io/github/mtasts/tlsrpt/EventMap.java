package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.json.MapReader;
import io.github.mtasts.syntax.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event in the shape that its JSON has, written and read: the names of RFC 8460, section 4.4, and {@code time}. */
final class EventMap {

    private EventMap() {}

    static Map<String, Object> write(TlsRptEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("time", event.time().toString());
        map.put("policy-type", event.policyType().text());
        ReportMap.putUnlessEmpty(map, "policy-string", event.policyString());
        map.put("policy-domain", event.policyDomain().text());
        ReportMap.putUnlessEmpty(map, "mx-host", event.mxHostPatterns());
        ReportMap.put(map, "result-type", event.resultType().map(ResultType::text));
        ReportMap.put(map, "sending-mta-ip", event.sendingMtaIp());
        ReportMap.put(map, "receiving-mx-hostname", event.receivingMxHostname());
        ReportMap.put(map, "receiving-mx-helo", event.receivingMxHelo());
        ReportMap.put(map, "receiving-ip", event.receivingIp());
        ReportMap.put(map, "additional-information", event.additionalInformation());
        ReportMap.put(map, "failure-reason-code", event.failureReasonCode());
        return map;
    }

    static TlsRptEvent read(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        TlsRptEvent.Builder event = TlsRptEvent.builder()
                .time(reader.required("time", MapReader::instant))
                .policyType(reader.required("policy-type", (read, key) -> read.known(key, PolicyType::of)))
                .policyString(reader.texts("policy-string"))
                .policyDomain(domain(reader))
                .mxHostPatterns(reader.texts("mx-host"));
        reader.known("result-type", FailureDetails::known).ifPresent(event::resultType);
        reader.text("sending-mta-ip").ifPresent(event::sendingMtaIp);
        reader.text("receiving-mx-hostname").ifPresent(event::receivingMxHostname);
        reader.text("receiving-mx-helo").ifPresent(event::receivingMxHelo);
        reader.text("receiving-ip").ifPresent(event::receivingIp);
        reader.text("additional-information").ifPresent(event::additionalInformation);
        reader.text("failure-reason-code").ifPresent(event::failureReasonCode);
        return event.build();
    }

    private static DomainName domain(MapReader reader) {
        String name = reader.required("policy-domain", MapReader::text);
        try {
            return new DomainName(name);
        } catch (IllegalArgumentException notCanonical) {
            throw reader.wrong("policy-domain", "is " + notCanonical.getMessage());
        }
    }
}
