package io.github.mtasts;

import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A domain with one to three faults in each text, aliases, several records, MX hosts of every kind; the same for each seed. */
final class RandomEvidence {

    private static final List<String> EXCHANGES = List.of(
            "mail.example.org",
            "mail.example.org",
            "MAIL.example.org.",
            "mx2.example.net",
            "a.b.example.org",
            "mail.example.org.example.org",
            "example.org.example.org",
            "192.0.2.7",
            "0",
            "mx_1.example.org",
            "b\u00FCcher.example",
            "localhost",
            "mail",
            "mx.invalid",
            ".");

    private final Random random;
    private final int rarity;

    /** Every second domain is healthy but for a text or two. */
    private RandomEvidence(long seed) {
        this.random = new Random(seed);
        this.rarity = seed % 2 == 0 ? 2 : 10;
    }

    static Evidence of(long seed) {
        RandomEvidence evidence = new RandomEvidence(seed);
        return Evidence.builder()
                .domain(evidence.any(
                        List.of("example.org", "example.org", "example.org.", "a.example.org", "b\u00FCcher.example")))
                .checkedAt(Optional.of(HealthyDomain.NOW).filter(at -> !evidence.oneIn(20)))
                .mtaStsTxt(evidence.txt(HealthyDomain.RECORD, TxtFaults.RECORD, "_mta-sts."))
                .tlsRptTxt(evidence.txt(HealthyDomain.TLS_RPT, TxtFaults.TLS_RPT, "_smtp._tls."))
                .mx(evidence.mx())
                .policy(evidence.policy())
                .misplaced(evidence.misplaced())
                .build();
    }

    private Lookup<TxtRecord> txt(String healthy, List<UnaryOperator<String>> faults, String label) {
        Lookup<TxtRecord> lookup = oneIn(8) ? without() : found(healthy, faults);
        String target = label + any(List.of("provider.example", "provider.example.example.org", "org"));
        List<String> aliases = oneIn(2) ? List.of(target) : List.of("a.example.net", target);
        return oneIn(rarity * 3) ? lookup.withAliases(aliases) : lookup;
    }

    private Lookup<TxtRecord> found(String healthy, List<UnaryOperator<String>> faults) {
        List<TxtRecord> records = new ArrayList<>();
        do {
            String text = isSpoilt() ? spoilt(healthy, faults) : healthy;
            records.add(TxtRecord.of(oneIn(9) ? text.replaceFirst("[0-9]+$", "7") : text));
        } while (oneIn(rarity * 3));
        return Lookup.found(records);
    }

    private <T> Lookup<T> without() {
        return Lookup.without(
                any(Arrays.stream(LookupStatus.values())
                        .filter(status -> status != LookupStatus.FOUND)
                        .toList()),
                "");
    }

    private Map<String, Lookup<TxtRecord>> misplaced() {
        Map<String, Lookup<TxtRecord>> found = new LinkedHashMap<>();
        if (oneIn(3)) {
            found.put("mta-sts.example.org", found(HealthyDomain.RECORD, TxtFaults.RECORD));
            found.put("_tlsrpt.example.org", found(HealthyDomain.TLS_RPT, TxtFaults.TLS_RPT));
        }
        return found;
    }

    private Lookup<MxHost> mx() {
        if (oneIn(8)) {
            return without();
        }
        List<MxHost> hosts = new ArrayList<>();
        do {
            hosts.add(new MxHost(10 * hosts.size(), isSpoilt() ? any(EXCHANGES) : EXCHANGES.get(0)));
        } while (oneIn(2));
        return Lookup.found(hosts);
    }

    private PolicyResponse policy() {
        if (oneIn(8)) {
            return PolicyResponse.without(any(Arrays.asList(FetchStatus.values())), "");
        }
        int status = oneIn(6) ? any(List.of(204, 301, 403, 404, 410, 429, 503)) : 200;
        PolicyResponse.Builder response = PolicyResponse.answer(status)
                .contentType(oneIn(9) ? "text/html; charset=iso-8859-1" : "text/plain")
                .body(Octets.ofLatin1(body()));
        if (oneIn(3)) {
            response.certificate(new CertificateSummary(
                    Optional.of(Instant.parse("2026-09-01T00:00:00Z")),
                    Optional.of(HealthyDomain.NOW.plusSeconds(86_400L * random.nextInt(60))),
                    Optional.of("CN=Test CA"),
                    List.of("mta-sts.example.org")));
        }
        return response.build();
    }

    private String body() {
        String healthy = HealthyDomain.POLICY
                .replace("\r\n", "\n")
                .replace("enforce", any(List.of("enforce", "testing", "testing", "none")));
        String several = oneIn(3) ? healthy.replace("mx: ", "mx: mx2.example.net\nmx: ") : healthy;
        return isSpoilt() ? spoilt(several, PolicyFaults.ALL) : several;
    }

    private String spoilt(String healthy, List<UnaryOperator<String>> faults) {
        String text = healthy;
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            text = any(faults).apply(text);
        }
        return text;
    }

    private boolean isSpoilt() {
        return random.nextInt(rarity + 1) < 2;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
