package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.util.StringUtil;

/** A problem for people who came with a browser: what is wrong, and where to go from there. */
final class ProblemPage {

    private static final String TEMPLATE = read();

    private ProblemPage() {}

    static byte[] of(Problem problem) {
        return TEMPLATE.replace("{{title}}", problem.kind().title())
                .replace("{{status}}", Integer.toString(problem.status()))
                .replace("{{type}}", problem.kind().type())
                .replace("{{detail}}", StringUtil.sanitizeXmlString(problem.detail()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (InputStream file = ProblemPage.class.getResourceAsStream("problem.html")) {
            return new String(Objects.requireNonNull(file, "problem.html").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
