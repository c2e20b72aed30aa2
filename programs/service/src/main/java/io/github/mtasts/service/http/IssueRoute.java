package io.github.mtasts.service.http;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.service.json.Json;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/issues/{code}}: what one finding means. */
final class IssueRoute implements Handler {

    @Override
    public void handle(Context context) {
        String name = context.pathParam("code");
        IssueCode code = IssueCodes.named(name).orElseThrow(() -> unknown(name));
        new Document(Json.octets(IssueCodes.map(code))).answer(context);
    }

    private static ProblemException unknown(String name) {
        List<String> near = IssueCodes.near(name).stream().map(IssueCode::name).toList();
        String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        return new ProblemException(new Problem(
                404,
                "No such finding",
                "There is no finding \"" + RemoteText.escape(name) + "\"." + hint + " /v1/issues lists them all.",
                Map.of("near", near)));
    }
}
