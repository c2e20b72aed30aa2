package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a request carries. */
public final class Body {

    /** No body that is larger is awaited, whatever it is for. */
    static final int MAX = 256 << 10;

    /** The title of its problem. */
    static final String TOO_LARGE = "Content too large";

    private Body() {}

    static boolean isPresent(Context context) {
        return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    }

    /** In lower case, without parameters; empty when there is none. */
    static String mediaType(Context context) {
        String given = context.contentType();
        return given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** A problem when the body is compressed, or of none of these media types, the first of which is recommended. */
    static void requireType(Context context, String... mediaTypes) {
        String given = mediaType(context);
        if (context.header("Content-Encoding") != null) {
            throw new ProblemException(Problem.of(
                    415, "Unsupported media type", "The body is encoded. Send it without Content-Encoding."));
        }
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
        boolean announced = context.req().getContentLengthLong() > limit;
        InputStream in = context.req().getInputStream();
        byte[] octets = announced ? new byte[0] : in.readNBytes(limit + 1);
        if (announced || octets.length > limit) {
            if (context.header("Expect") == null) {
                in.skip(BodyReader.DISCARDED);
            }
            throw new ProblemException(Problem.of(413, TOO_LARGE, rule));
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
        ProblemException tooLarge = new ProblemException(Problem.of(413, TOO_LARGE, rule));
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
