package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a request carries. */
public final class Body {

    /** No body that is larger is awaited, whatever it is for. */
    static final int MAX = 256 << 10;

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
     * All of it; the thread waits for it.
     *
     * @param rule a sentence that says how large it may be
     * @throws ProblemException 413 when it is larger, without having kept it
     */
    static byte[] await(Context context, int limit, String rule) throws IOException {
        byte[] octets = context.req().getInputStream().readNBytes(limit + 1);
        if (octets.length > limit) {
            throw new ProblemException(Problem.of(413, "Content too large", rule));
        }
        return octets;
    }

    /**
     * All of it, once it is there. To be called within {@code Context.future}; no thread waits for it.
     *
     * @param limit in octets
     * @param rule a sentence that says how large it may be
     * @return completes on the server's threads, with a problem (413) when it is larger
     */
    public static CompletableFuture<byte[]> read(Context context, int limit, String rule) {
        ProblemException tooLarge = new ProblemException(Problem.of(413, "Content too large", rule));
        boolean announced = context.req().getContentLengthLong() > limit;
        if (announced && context.header("Expect") != null) {
            return CompletableFuture.failedFuture(tooLarge);
        }
        try {
            return BodyReader.read(context.req().getInputStream(), limit, tooLarge)
                    .thenApplyAsync(octets -> octets, Attributes.threads(context));
        } catch (IOException cause) {
            return CompletableFuture.failedFuture(cause);
        }
    }
}
