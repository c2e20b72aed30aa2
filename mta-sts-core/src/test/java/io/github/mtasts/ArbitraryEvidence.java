package io.github.mtasts;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Evidence of any state of the world, hostile text in every field. */
final class ArbitraryEvidence {

    private ArbitraryEvidence() {}

    static Arbitrary<Evidence> any() {
        Arbitrary<String> domains = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("example.org", "a.b.example.org", "bücher.example", "org")),
                Tuple.of(1, text()));
        return Combinators.combine(
                        domains,
                        instant(),
                        lookup(txtRecord(HealthyDomain.RECORD)),
                        lookup(txtRecord(HealthyDomain.TLS_RPT)),
                        lookup(mxHost()),
                        policy(),
                        misplaced())
                .as((domain, at, record, tlsRpt, mx, policy, misplaced) -> Evidence.builder()
                        .domain(domain)
                        .checkedAt(at)
                        .mtaStsTxt(record)
                        .tlsRptTxt(tlsRpt)
                        .mx(mx)
                        .policy(policy)
                        .misplaced(misplaced)
                        .build());
    }

    private static Arbitrary<Map<String, Lookup<TxtRecord>>> misplaced() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "_mta-sts.example.org.example.org", "_mta-sts.org", "example.org", "_tlsrpt.example.org"),
                text());
        return Arbitraries.maps(
                        names,
                        Arbitraries.oneOf(
                                lookup(txtRecord(HealthyDomain.RECORD)), lookup(txtRecord(HealthyDomain.TLS_RPT))))
                .ofMaxSize(3);
    }

    private static Arbitrary<PolicyResponse> policy() {
        Arbitrary<Optional<Octets>> bodies = octets(HealthyDomain.POLICY).optional(0.9);
        return Combinators.combine(
                        Arbitraries.of(FetchStatus.values()).edgeCases(cases -> cases.add(FetchStatus.OK)),
                        Arbitraries.oneOf(Arbitraries.just(200), Arbitraries.integers())
                                .optional(0.9),
                        Arbitraries.oneOf(Arbitraries.just("text/plain"), text())
                                .optional(0.9),
                        bodies,
                        text().optional(0.2),
                        text().list().ofMaxSize(12),
                        certificate().optional(0.5),
                        text())
                .as((status, http, type, body, location, names, certificate, detail) -> {
                    PolicyResponse.Builder response = PolicyResponse.builder(status)
                            .aliases(names)
                            .addresses(names)
                            .attempts(names.stream()
                                    .map(name -> new FetchAttempt(name, status, detail))
                                    .toList())
                            .detail(detail);
                    http.ifPresent(response::httpStatus);
                    type.ifPresent(first ->
                            response.contentTypes(detail.length() % 2 == 0 ? List.of(first) : List.of(first, detail)));
                    body.ifPresent(response::body);
                    location.ifPresent(response::location);
                    certificate.ifPresent(response::certificate);
                    return response.build();
                });
    }

    private static Arbitrary<CertificateSummary> certificate() {
        return Combinators.combine(
                        instant(), instant(), text().optional(), text().list().ofMaxSize(12))
                .as(CertificateSummary::new);
    }

    private static Arbitrary<Optional<Instant>> instant() {
        return Arbitraries.oneOf(
                        Arbitraries.longs()
                                .between(1_700_000_000L, 1_900_000_000L)
                                .map(Instant::ofEpochSecond),
                        Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH))
                .optional(0.8);
    }

    private static <T> Arbitrary<Lookup<T>> lookup(Arbitrary<T> record) {
        Arbitrary<Lookup<T>> found = record.list().ofMinSize(1).ofMaxSize(30).map(Lookup::found);
        Arbitrary<Lookup<T>> without = Combinators.combine(
                        Arbitraries.of(LookupStatus.values()).filter(status -> status != LookupStatus.FOUND), text())
                .as(Lookup::without);
        return Combinators.combine(
                        Arbitraries.oneOf(found, found, without),
                        text().list().ofMaxSize(12),
                        Arbitraries.integers()
                                .between(0, Integer.MAX_VALUE)
                                .map(Duration::ofSeconds)
                                .optional(0.5),
                        Arbitraries.of(true, false))
                .as((lookup, aliases, ttl, authenticated) -> {
                    Lookup<T> whole = lookup.withAliases(aliases).withAuthenticated(authenticated);
                    return ttl.map(whole::withTtl).orElse(whole);
                });
    }

    private static Arbitrary<TxtRecord> txtRecord(String healthy) {
        return Arbitraries.oneOf(octets(healthy), octets(""))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(TxtRecord::new);
    }

    private static Arbitrary<MxHost> mxHost() {
        Arbitrary<String> exchanges = Arbitraries.oneOf(
                Arbitraries.of(
                        ".",
                        "",
                        "mail.example.org",
                        "a.b.example.org",
                        "MAIL.example.org.",
                        ".example.org",
                        "192.0.2.1"),
                text());
        return Combinators.combine(Arbitraries.integers().between(0, 65535), exchanges)
                .as(MxHost::new);
    }

    /** A text with some octets of it replaced. */
    private static Arbitrary<Octets> octets(String healthy) {
        Arbitrary<String> noise =
                Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(40);
        return Combinators.combine(
                        Arbitraries.integers().between(0, healthy.length()),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.oneOf(
                                Arbitraries.just(""),
                                noise,
                                Arbitraries.of("mx: *.org\n", "mode: none\r\n", "; ", ":", "\n")))
                .as((at, cut, put) -> Octets.ofLatin1(
                        healthy.substring(0, at) + put + healthy.substring(Math.min(healthy.length(), at + cut))));
    }

    /** Any characters, those that must not be printed among them. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings()
                        .withChars("\u0000\u001B[31m\r\n\u202E\u2066\u200B\u00AD\uFEFF\u0085\u2028\uD800a.%s$1\\")
                        .ofMaxLength(300),
                Arbitraries.of("", "example.org", "text/html; charset=\"", "SERVFAIL"));
    }
}
