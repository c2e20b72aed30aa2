package io.github.mtasts.service.http;

import io.github.mtasts.Recommendation;
import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.TlsRptRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/texts}: record, policy and TLSRPT record as a domain would publish them, each judged as lint does. */
final class TextsRoute implements Endpoint {

    private static final int MAX_DIGITS = 10;

    private final Clock clock;
    private final PublicSuffixes suffixes;

    TextsRoute(Clock clock, PublicSuffixes suffixes) {
        this.clock = clock;
        this.suffixes = suffixes;
    }

    @Override
    public void answer(Exchange exchange) {
        Parameters given = Parameters.ofQuery(exchange);
        DomainName domain =
                DomainName.parse(CheckRoute.domain(given.all("domain"))).value().orElseThrow();
        Instant now = clock.instant();
        List<String> rua = given.all("rua").stream().map(TextsRoute::uri).toList();

        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        texts.put("domain", domain.text());
        texts.put(
                "policy",
                judged(TextKind.POLICY, domain.policyUrl(), policy(given).toText(), now));
        texts.put("record", judged(TextKind.RECORD, domain.recordName(), record(now), now));
        texts.put("tls_rpt", rua.isEmpty() ? null : judged(TextKind.TLS_RPT, domain.tlsRptName(), tlsRpt(rua), now));
        exchange.json(200, texts);
    }

    private Map<String, Object> judged(TextKind kind, String where, String text, Instant now) {
        TextReport report = TextReport.of(kind, text.getBytes(StandardCharsets.UTF_8), now, suffixes);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("where", where);
        map.put("publish", text);
        map.put("issues", report.issues().stream().map(Issue::toMap).toList());
        return map;
    }

    /** What is advised in place of an empty text: one with an id made from the time. */
    private static String record(Instant now) {
        return TextReport.of(TextKind.RECORD, new byte[0], now).recommendations().stream()
                .map(Recommendation::publish)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static StsPolicy policy(Parameters given) {
        String word = given.one("mode", PolicyMode.TESTING.text());
        PolicyMode mode = PolicyMode.of(word)
                .orElseThrow(() -> Parameters.refused(
                        "The parameter mode must be testing, enforce or none, not " + RemoteText.quote(word) + "."));
        List<MxPattern> mx = given.all("mx").stream()
                .map(String::strip)
                .map(TextsRoute::pattern)
                .toList();
        if (mx.isEmpty() && mode != PolicyMode.NONE) {
            throw Parameters.refused("Name the MX hosts: a policy in mode " + mode.text() + " needs at least one mx.");
        }
        return new StsPolicy(mode, maxAge(given), mx, Map.of());
    }

    private static MxPattern pattern(String host) {
        String name = DomainName.canonical(host);
        if (!MxPattern.isPattern(name)) {
            throw Parameters.refused(RemoteText.quote(host)
                    + " is not an MX host. Write its name, such as mail.example.org, or *.example.org for each host one"
                    + " label below.");
        }
        return new MxPattern(name);
    }

    private static Duration maxAge(Parameters given) {
        String seconds = given.one(
                "max_age",
                String.valueOf(Thresholds.recommended().enforceMaxAge().toSeconds()));
        if (seconds.isEmpty()
                || seconds.length() > MAX_DIGITS
                || !seconds.chars().allMatch(c -> c >= '0' && c <= '9')
                || Duration.ofSeconds(Long.parseLong(seconds)).compareTo(StsPolicy.MAX_MAX_AGE) > 0) {
            throw Parameters.refused("The parameter max_age must be a number of seconds, at most "
                    + StsPolicy.MAX_MAX_AGE.toSeconds() + " (RFC 8461 §3.2).");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static String uri(String typed) {
        String address = typed.strip();
        return address.indexOf('@') > 0 && address.indexOf(':') < 0 ? "mailto:" + address : address;
    }

    private static String tlsRpt(List<String> rua) {
        try {
            return new TlsRptRecord(rua, Map.of()).toTxt();
        } catch (IllegalArgumentException unusable) {
            throw Parameters.refused("Reports cannot be sent to " + RemoteText.list(rua)
                    + ". Write a mail address, or a URL that begins with https:// (RFC 8460 §3).");
        }
    }
}
