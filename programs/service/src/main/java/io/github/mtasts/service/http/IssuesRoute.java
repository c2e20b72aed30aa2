package io.github.mtasts.service.http;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.service.json.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.Map;

/** {@code GET /v1/issues}: every finding that there can be. */
final class IssuesRoute implements Handler {

    private final Document catalogue = new Document(Json.octets(Map.of(
            "issues", Arrays.stream(IssueCode.values()).map(IssueCodes::map).toList())));

    @Override
    public void handle(Context context) {
        catalogue.answer(context);
    }
}
