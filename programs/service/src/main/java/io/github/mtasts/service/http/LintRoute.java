package io.github.mtasts.service.http;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.spi.PublicSuffixes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/lint/record}, {@code policy} and {@code tlsrpt}: judges a text before it is published, be it empty. */
final class LintRoute implements Endpoint {

    private static final int MAX_TEXT = 1 << 16;

    private final TextKind kind;
    private final Clock clock;
    private final PublicSuffixes suffixes;

    LintRoute(TextKind kind, Clock clock, PublicSuffixes suffixes) {
        this.kind = kind;
        this.clock = clock;
        this.suffixes = suffixes;
    }

    @Override
    public void answer(Exchange exchange) {
        Body.requireType(exchange, "text/plain", "application/octet-stream", "");
        exchange.whenDone(
                Body.read(
                        exchange,
                        MAX_TEXT,
                        "A text must not exceed 64 KiB: senders reject larger policies (RFC 8461 §3.3)."),
                text -> exchange.json(200, map(TextReport.of(kind, text, clock.instant(), suffixes))));
    }

    private static Map<String, @Nullable Object> map(TextReport report) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("valid", report.valid());
        map.putAll(report.toMap());
        return map;
    }
}
