package io.github.mtasts.service.mcp;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;

/** Keeps foreign pages in a user's browser from calling the tools (DNS rebinding). */
final class Origins {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(:\\d{1,5})?");

    private final Set<String> names;

    /** Names of this machine, and these, at any port. */
    Origins(List<String> hosts) {
        names = Stream.concat(THIS_MACHINE.stream(), hosts.stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A problem when the request comes from elsewhere, or to another name. */
    void require(HttpFields headers) {
        if (!headers.getValuesList("Host").stream().allMatch(this::isKnown)) {
            throw new ProblemException(Problem.of(
                    421,
                    "Misdirected request",
                    "The service does not accept this Host. Its operator can allow the name with --host."));
        }
        if (!headers.getValuesList("Origin").stream()
                .allMatch(origin -> isKnown(origin.replaceFirst("^(?i)https?://", "")))) {
            throw new ProblemException(
                    Problem.of(403, "Forbidden origin", "Pages of this Origin must not call the tools."));
        }
    }

    private boolean isKnown(String host) {
        Matcher matcher = HOST.matcher(host.toLowerCase(Locale.ROOT));
        return matcher.matches() && names.contains(matcher.group(1));
    }
}
