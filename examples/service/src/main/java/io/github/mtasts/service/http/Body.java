package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** What a request carries. */
final class Body {

    /** No body that is larger is awaited, whatever it is for. */
    static final int MAX = 256 << 10;

    /** So much of a body that is too large is still taken in, because few clients read an answer before they have sent all. */
    private static final int DISCARDED = 1 << 20;

    private Body() {}

    static boolean isPresent(Context context) {
        return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    }

    /** In lower case, without parameters; empty when there is none. */
    static String mediaType(Context context) {
        String given = context.contentType();
        return given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** A problem when the body is of none of these media types, the first of which is recommended. */
    static void requireType(Context context, String... mediaTypes) {
        String given = mediaType(context);
        if (!List.of(mediaTypes).contains(given)) {
            throw new ProblemException(Problem.of(
                    415,
                    "Unsupported media type",
                    "The body is " + (given.isEmpty() ? "of no media type" : "\"" + RemoteText.escape(given) + "\"")
                            + ". Send it with Content-Type: " + mediaTypes[0] + "."));
        }
    }

    /**
     * All of it.
     *
     * @param rule a sentence that says how large it may be
     * @throws ProblemException 413 when it is larger, without having kept it
     */
    static byte[] read(Context context, int limit, String rule) throws IOException {
        InputStream in = context.req().getInputStream();
        boolean announced = context.req().getContentLengthLong() > limit;
        byte[] octets = announced ? new byte[0] : in.readNBytes(limit + 1);
        if (announced || octets.length > limit) {
            if (context.header("Expect") == null) {
                in.skip(DISCARDED);
            }
            throw new ProblemException(Problem.of(413, "Content too large", rule));
        }
        return octets;
    }
}
