package io.github.mtasts.service.http;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bug of this program: the log has everything, the client only a reference to find it there. */
public final class Bug {

    private static final Logger LOG = LoggerFactory.getLogger(Bug.class);
    private static final int CAUSES = 4;

    private Bug() {}

    static Problem problem(Throwable bug) {
        String reference = UUID.randomUUID().toString();
        LOG.error("reference {}: {}", reference, describe(bug));
        return problem(reference);
    }

    static Problem problem(String reference) {
        return new Problem(
                ProblemKind.INTERNAL_ERROR,
                "This is a bug in the service. Its operator can find details in the log under the reference.",
                Map.of("reference", reference));
    }

    /** For an answer that has begun, and cannot carry a reference any more. A client that is gone, or too slow, is not a bug. */
    static void logIfOurs(Throwable error) {
        boolean gone = error instanceof IOException
                || error instanceof UncheckedIOException
                || error instanceof CancellationException;
        if (!gone) {
            LOG.error("an answer broke off: {}", describe(error));
        }
    }

    /** With its frames; what others wrote in its message is escaped. */
    public static String describe(Throwable bug) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable next = bug;
        for (int i = 0; i < CAUSES && next != null; i++) {
            text.append(i == 0 ? "" : "\nCaused by: ")
                    .append(next.getClass().getName())
                    .append(": ")
                    .append(RemoteText.escape(String.valueOf(next.getMessage())))
                    .append(Arrays.stream(next.getStackTrace())
                            .map(frame -> "\n\tat " + frame)
                            .collect(Collectors.joining()));
            next = next.getCause();
        }
        return text.toString();
    }
}
