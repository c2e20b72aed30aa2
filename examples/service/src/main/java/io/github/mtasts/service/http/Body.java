package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.util.Locale;

/** What a request carries. */
final class Body {

    private Body() {}

    static boolean isPresent(Context context) {
        return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    }

    /** A problem when the body is of another media type. */
    static void require(Context context, String mediaType) {
        String given = context.contentType();
        String type = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(mediaType)) {
            throw new ProblemException(Problem.of(
                    415,
                    "Unsupported media type",
                    "The body is " + (given == null ? "of no media type" : "\"" + RemoteText.escape(given) + "\"")
                            + ". Send it as " + mediaType + "."));
        }
    }
}
