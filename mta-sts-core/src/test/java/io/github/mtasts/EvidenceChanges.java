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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The healthy domain, spoilt line by line; the README beside the vectors explains the notation. */
final class EvidenceChanges {

    private final Evidence.Builder evidence = HealthyDomain.evidence();
    private final List<TxtRecord> records = new ArrayList<>();
    private final List<TxtRecord> reports = new ArrayList<>();
    private final List<MxHost> hosts = new ArrayList<>();
    private final Map<String, Lookup<TxtRecord>> misplaced = new LinkedHashMap<>();
    private PolicyResponse policy = HealthyDomain.served(HealthyDomain.POLICY);

    void apply(String line) {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : unescape(line.substring(space + 1));
        switch (key) {
            case "domain" -> evidence.domain(value);
            case "at" -> evidence.checkedAt(instant(value));
            case "record" -> evidence.mtaStsTxt(txt(records, HealthyDomain.RECORD, value));
            case "tlsrpt" -> evidence.tlsRptTxt(txt(reports, HealthyDomain.TLS_RPT, value));
            case "mx" -> evidence.mx(mx(value));
            case "misplaced" -> misplaced(value);
            case "fetch" -> policy = fetch(value);
            case "type" -> policy = answer(status(), Optional.of(value).filter(type -> !type.equals("-")), body());
            case "location" -> policy = policy.toBuilder().location(value).build();
            case "addresses" ->
                policy = policy.toBuilder().addresses(words(value)).build();
            case "attempts" ->
                policy = policy.toBuilder().attempts(attempts(value)).build();
            case "types" ->
                policy = policy.toBuilder()
                        .contentTypes(List.of(value.split(" \\| ", -1)))
                        .build();
            case "certificate" ->
                policy = policy.toBuilder().certificate(certificate(value)).build();
            case "body" -> policy = answer(200, policy.contentType(), value);
            case "mode" -> replace("mode: enforce", "mode: " + value);
            case "max_age" -> replace("max_age: 604800", "max_age: " + value);
            case "patterns" ->
                replace(
                        "mx: mail.example.org",
                        words(value).stream().map(pattern -> "mx: " + pattern).collect(Collectors.joining("\r\n")));
            default -> throw new IllegalArgumentException("no change: " + line);
        }
    }

    Evidence evidence() {
        return evidence.policy(policy).build();
    }

    private static Lookup<TxtRecord> txt(List<TxtRecord> records, String healthy, String value) {
        if (value.startsWith("-> ")) {
            List<TxtRecord> found = records.isEmpty() ? List.of(TxtRecord.of(healthy)) : records;
            return Lookup.found(found).withAliases(words(value.substring(3)));
        }
        Optional<LookupStatus> status = constant(LookupStatus.class, value);
        if (status.isPresent()) {
            Lookup<TxtRecord> without = Lookup.without(status.get(), "");
            return value.contains(" -> ") ? without.withAliases(words(after(value, " -> "))) : without;
        }
        records.add(TxtRecord.of(value.split(" \\| ", -1)));
        return Lookup.found(records);
    }

    private Lookup<MxHost> mx(String value) {
        Optional<LookupStatus> status = constant(LookupStatus.class, value);
        if (status.isPresent()) {
            return Lookup.without(status.get(), "");
        }
        hosts.add(new MxHost(Integer.parseInt(value.substring(0, value.indexOf(' '))), after(value, " ")));
        return Lookup.found(hosts);
    }

    private void misplaced(String value) {
        int space = value.indexOf(' ');
        String text = value.substring(space + 1);
        misplaced.put(
                value.substring(0, space),
                constant(LookupStatus.class, text)
                        .map(status -> Lookup.<TxtRecord>without(status, ""))
                        .orElseGet(() -> Lookup.found(List.of(TxtRecord.of(text)))));
        evidence.misplaced(misplaced);
    }

    private PolicyResponse fetch(String value) {
        if (value.startsWith("-> ")) {
            return policy.toBuilder().aliases(words(value.substring(3))).build();
        }
        return constant(FetchStatus.class, value)
                .map(status -> PolicyResponse.without(status, ""))
                .orElseGet(() -> answer(Integer.parseInt(value), Optional.of("text/html"), "no policy"));
    }

    private PolicyResponse answer(int status, Optional<String> type, String body) {
        PolicyResponse.Builder answer = PolicyResponse.answer(status)
                .body(Octets.of(body))
                .aliases(policy.aliases())
                .addresses(policy.addresses());
        type.ifPresent(answer::contentType);
        policy.certificate().ifPresent(answer::certificate);
        return answer.build();
    }

    private int status() {
        return policy.httpStatus().orElseThrow();
    }

    private String body() {
        return policy.body().orElseThrow().decoded();
    }

    private void replace(String healthy, String other) {
        policy = answer(200, policy.contentType(), body().replace(healthy, other));
    }

    /** Such as {@code 192.0.2.1 CONNECT_FAILED 192.0.2.2 OK}. */
    private static List<FetchAttempt> attempts(String value) {
        List<String> words = words(value);
        List<FetchAttempt> attempts = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            attempts.add(new FetchAttempt(words.get(i), FetchStatus.valueOf(words.get(i + 1)), ""));
        }
        return attempts;
    }

    private static CertificateSummary certificate(String value) {
        List<String> dates = words(value);
        return new CertificateSummary(
                instant(dates.get(0)),
                instant(dates.get(1)),
                Optional.of("CN=Test CA"),
                List.of("mta-sts.example.org"));
    }

    private static Optional<Instant> instant(String text) {
        return Optional.of(text).filter(given -> !given.equals("-")).map(Instant::parse);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String value) {
        String word = words(value).get(0);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst();
    }

    private static List<String> words(String value) {
        return List.of(value.split(" ", -1));
    }

    private static String after(String value, String mark) {
        return value.substring(value.indexOf(mark) + mark.length());
    }

    private static String unescape(String shown) {
        return shown.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\s", " ");
    }
}
