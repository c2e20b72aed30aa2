package io.github.mtasts.service.http;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/lint/record}, {@code policy} and {@code tlsrpt}: judges a text before it is published. An empty text is judged like any other. */
final class LintRoute implements Handler {

    private static final int MAX_TEXT = 1 << 16;

    private final TextKind kind;
    private final Clock clock;

    LintRoute(TextKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    @Override
    public void handle(Context context) {
        Body.requireType(context, "text/plain", "application/octet-stream", "");
        context.future(() -> Body.read(
                        context, MAX_TEXT, "A text has at most 64 KiB: senders take no larger policy (RFC 8461 §3.3).")
                .thenAccept(text -> Answer.json(context, 200, map(TextReport.of(kind, text, clock.instant())))));
    }

    private static Map<String, @Nullable Object> map(TextReport report) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("valid", report.valid());
        map.putAll(report.toMap());
        return map;
    }
}
