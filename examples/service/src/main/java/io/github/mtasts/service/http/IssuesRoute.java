package io.github.mtasts.service.http;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.service.json.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/issues}: every finding that there can be. */
final class IssuesRoute implements Handler {

    private final Document catalogue = new Document(Json.octets(Map.of(
            "issues", Arrays.stream(IssueCode.values()).map(IssuesRoute::map).toList())));

    @Override
    public void handle(Context context) {
        catalogue.answer(context);
    }

    static Map<String, @Nullable Object> map(IssueCode code) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("severity", code.severity().name());
        map.put("meaning", code.meaning());
        map.put("remedy", code.remedy());
        map.put("rfc", code.reference().orElse(null));
        map.put("result_type", code.resultType().map(ResultType::text).orElse(null));
        return map;
    }
}
