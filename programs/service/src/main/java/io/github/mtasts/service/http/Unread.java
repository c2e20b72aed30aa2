package io.github.mtasts.service.http;

import static org.eclipse.jetty.http.HttpCompliance.Violation.DUPLICATE_HOST_HEADERS;
import static org.eclipse.jetty.http.HttpCompliance.Violation.LF_CHUNK_TERMINATION;
import static org.eclipse.jetty.http.HttpCompliance.Violation.LF_HEADER_TERMINATION;
import static org.eclipse.jetty.http.HttpCompliance.Violation.MULTILINE_FIELD_VALUE;
import static org.eclipse.jetty.http.HttpCompliance.Violation.MULTIPLE_CONTENT_LENGTHS;
import static org.eclipse.jetty.http.HttpCompliance.Violation.NO_COLON_AFTER_FIELD_NAME;
import static org.eclipse.jetty.http.HttpCompliance.Violation.TRANSFER_ENCODING_WITH_CONTENT_LENGTH;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request that Jetty's parser refuses, in our words: its own are for those who know the parser. */
final class Unread {

    static final String CODINGS =
            "The only transfer coding that is accepted is chunked, once and alone:" + " Transfer-Encoding: chunked.";

    private static final String LINE_END =
            "A line of the request ends with LF alone or CR alone. End each line with CR LF.";

    private static final Map<String, String> SENTENCES = Map.of(
            DUPLICATE_HOST_HEADERS.getDescription(),
            "There is more than one Host header. Send one.",
            TRANSFER_ENCODING_WITH_CONTENT_LENGTH.getDescription(),
            "The request has both Transfer-Encoding and Content-Length. Send one of them.",
            MULTIPLE_CONTENT_LENGTHS.getDescription(),
            "There is more than one Content-Length. Send one.",
            MULTILINE_FIELD_VALUE.getDescription(),
            "A header is continued on the next line, which is obsolete. Write it on one line.",
            LF_HEADER_TERMINATION.getDescription(),
            LINE_END,
            LF_CHUNK_TERMINATION.getDescription(),
            LINE_END,
            "Bad EOL",
            LINE_END,
            "Bad Transfer-Encoding, chunked not last",
            CODINGS,
            "Bad Transfer-Encoding, multiple chunked tokens",
            CODINGS);

    private static final Map<String, String> MALFORMED = Map.of(
            "No Host",
            "A request of HTTP/1.1 must have a Host header.",
            NO_COLON_AFTER_FIELD_NAME.getDescription(),
            "A line of the header has no colon after the name.",
            "Invalid Content-Length Value",
            "Content-Length is not a number of octets.");

    private Unread() {}

    /** Empty when there is nothing to say but that it is malformed. */
    static Optional<ProblemException> problem(@Nullable String reason) {
        String given = String.valueOf(reason);
        return Optional.ofNullable(SENTENCES.get(given))
                .map(Unread::ambiguous)
                .or(() -> Optional.ofNullable(MALFORMED.get(given))
                        .map(sentence -> new ProblemException(Problem.of(ProblemKind.MALFORMED_REQUEST, sentence))));
    }

    static ProblemException ambiguous(String sentence) {
        return new ProblemException(Problem.of(ProblemKind.AMBIGUOUS_REQUEST, sentence), Map.of("Connection", "close"));
    }
}
