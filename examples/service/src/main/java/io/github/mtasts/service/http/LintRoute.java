package io.github.mtasts.service.http;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/lint/{kind}}: judges a text before it is published. An empty text is judged like any other. */
final class LintRoute implements Handler {

    private static final int MAX_TEXT = 1 << 16;
    private static final Map<String, TextKind> KINDS =
            Map.of("record", TextKind.RECORD, "policy", TextKind.POLICY, "tlsrpt", TextKind.TLS_RPT);

    private final Clock clock;

    LintRoute(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handle(Context context) throws IOException {
        TextKind kind = KINDS.get(context.pathParam("kind"));
        if (kind == null) {
            throw new ProblemException(
                    Problem.of(404, "Not found", "The texts that can be judged are record, policy and tlsrpt."));
        }
        if (!Body.mediaType(context).isEmpty()) {
            Body.requireType(context, "text/plain", "application/octet-stream");
        }
        byte[] text = Body.read(
                context, MAX_TEXT, "A text has at most 64 KiB: senders take no larger policy (RFC 8461 §3.3).");
        Answer.json(context, 200, map(TextReport.of(kind, text, clock.instant())));
    }

    private static Map<String, @Nullable Object> map(TextReport report) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("valid", report.valid());
        map.putAll(report.toMap());
        return map;
    }
}
