package io.github.mtasts.service.http;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/issues} and {@code /v1/issues/{code}}: what each issue code means. */
final class Catalogue {

    private Catalogue() {}

    static Document issues() {
        return Document.json(Map.of(
                "issues", Arrays.stream(IssueCode.values()).map(IssueCodes::map).toList()));
    }

    static void issue(Exchange exchange) {
        String name = exchange.lastPart();
        IssueCode code = IssueCodes.named(name).orElseThrow(() -> unknown(name));
        Document.json(IssueCodes.map(code)).answer(exchange);
    }

    private static ProblemException unknown(String name) {
        List<String> near = IssueCodes.near(name).stream().map(IssueCode::name).toList();
        String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        return new ProblemException(new Problem(
                404,
                "Unknown issue code",
                "Unknown issue code \"" + RemoteText.escape(name) + "\"." + hint
                        + " All codes are listed at /v1/issues.",
                Map.of("near", near)));
    }
}
