package io.github.mtasts;

import io.github.mtasts.json.MapReader;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evidence in the shape that its JSON has, written and read. */
final class EvidenceMap {

    private EvidenceMap() {}

    static Map<String, @Nullable Object> write(Evidence evidence) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("domain", evidence.domain());
        map.put("checked_at", evidence.checkedAt().map(Instant::toString).orElse(null));
        map.put("mta_sts_txt", lookup(evidence.mtaStsTxt(), EvidenceMap::strings));
        map.put("tls_rpt_txt", lookup(evidence.tlsRptTxt(), EvidenceMap::strings));
        map.put("mx", lookup(evidence.mx(), EvidenceMap::mxHost));
        map.put("policy", policy(evidence.policy()));
        Map<String, Object> misplaced = new LinkedHashMap<>();
        evidence.misplaced().forEach((name, lookup) -> misplaced.put(name, lookup(lookup, EvidenceMap::strings)));
        map.put("misplaced", misplaced);
        return map;
    }

    private static <T> Map<String, @Nullable Object> lookup(Lookup<T> lookup, Function<T, Object> record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("status", lookup.status().name());
        map.put("records", lookup.records().stream().map(record).toList());
        map.put("aliases", lookup.aliases());
        map.put("ttl", lookup.ttl().map(Duration::toSeconds).orElse(null));
        map.put("authenticated", lookup.authenticated());
        map.put("detail", lookup.detail());
        return map;
    }

    private static List<String> strings(TxtRecord record) {
        return record.strings().stream().map(Octets::latin1).toList();
    }

    private static Map<String, @Nullable Object> mxHost(MxHost host) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("preference", host.preference());
        map.put("exchange", host.exchange());
        return map;
    }

    private static Map<String, @Nullable Object> policy(PolicyResponse policy) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("status", policy.status().name());
        map.put("http_status", policy.httpStatus().orElse(null));
        map.put("content_type", policy.contentType().orElse(null));
        map.put("content_types", policy.contentTypes());
        map.put("body", policy.body().map(Octets::latin1).orElse(null));
        map.put("location", policy.location().orElse(null));
        map.put("aliases", policy.aliases());
        map.put("addresses", policy.addresses());
        map.put("attempts", policy.attempts().stream().map(EvidenceMap::attempt).toList());
        map.put(
                "certificate",
                policy.certificate().map(CertificateSummary::toMap).orElse(null));
        map.put("detail", policy.detail());
        return map;
    }

    private static Map<String, @Nullable Object> attempt(FetchAttempt attempt) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("address", attempt.address());
        map.put("status", attempt.status().name());
        map.put("detail", attempt.detail());
        return map;
    }

    static Evidence read(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        return Evidence.builder()
                .domain(reader.required("domain", MapReader::text))
                .checkedAt(reader.instant("checked_at"))
                .mtaStsTxt(txtLookup(reader.child("mta_sts_txt")))
                .tlsRptTxt(txtLookup(reader.child("tls_rpt_txt")))
                .mx(lookup(reader.child("mx"), lookup -> lookup.list("records", EvidenceMap::mxHost)))
                .policy(policy(reader.child("policy")))
                .misplaced(reader.child("misplaced").children(EvidenceMap::txtLookup))
                .build();
    }

    private static Lookup<TxtRecord> txtLookup(MapReader map) {
        return lookup(map, lookup -> lookup.list("records", EvidenceMap::txtRecord));
    }

    private static <T> Lookup<T> lookup(MapReader map, Function<MapReader, List<T>> records) {
        LookupStatus status = map.constant("status", LookupStatus.class).orElse(LookupStatus.NOT_ATTEMPTED);
        List<T> found = records.apply(map);
        if (status != LookupStatus.FOUND && !found.isEmpty()) {
            throw map.wrong("records", "has entries although the status is " + status);
        }
        String detail = map.text("detail").orElse("");
        Lookup<T> lookup = (found.isEmpty()
                        ? Lookup.<T>without(status == LookupStatus.FOUND ? LookupStatus.NO_RECORDS : status, detail)
                        : Lookup.found(found).withDetail(detail))
                .withAliases(map.texts("aliases"))
                .withAuthenticated(map.flag("authenticated").orElse(false));
        return map.seconds("ttl").map(lookup::withTtl).orElse(lookup);
    }

    private static TxtRecord txtRecord(MapReader item) {
        return new TxtRecord(item.elements(EvidenceMap::octets));
    }

    private static Octets octets(MapReader item) {
        String text = item.asText();
        try {
            return Octets.ofLatin1(text);
        } catch (IllegalArgumentException wide) {
            throw item.wrong("", "has a character above U+00FF; each character must stand for one octet");
        }
    }

    private static MxHost mxHost(MapReader item) {
        MapReader host = item.asMap();
        return new MxHost(host.required("preference", MapReader::integer), host.required("exchange", MapReader::text));
    }

    private static FetchAttempt attempt(MapReader item) {
        MapReader attempt = item.asMap();
        return new FetchAttempt(
                attempt.required("address", MapReader::text),
                attempt.required("status", (map, key) -> map.constant(key, FetchStatus.class)),
                attempt.text("detail").orElse(""));
    }

    private static PolicyResponse policy(MapReader map) {
        PolicyResponse.Builder response = PolicyResponse.builder(
                        map.constant("status", FetchStatus.class).orElse(FetchStatus.NOT_ATTEMPTED))
                .aliases(map.texts("aliases"))
                .addresses(map.texts("addresses"))
                .attempts(map.list("attempts", EvidenceMap::attempt))
                .detail(map.text("detail").orElse(""));
        map.integer("http_status").ifPresent(response::httpStatus);
        List<String> types = map.texts("content_types");
        map.text("content_type").map(List::of).ifPresent(response::contentTypes);
        if (!types.isEmpty()) {
            response.contentTypes(types);
        }
        map.item("body").map(EvidenceMap::octets).ifPresent(response::body);
        map.text("location").ifPresent(response::location);
        map.item("certificate")
                .map(item -> item.as(CertificateSummary::fromMap))
                .ifPresent(response::certificate);
        return response.build();
    }
}
