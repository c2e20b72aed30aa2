package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.FETCH_CHARSET;
import static io.github.mtasts.issue.IssueCode.FETCH_CONTENT_TYPE;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** RFC 8461, section 3.2: text/plain; parameters other than charset=utf-8 and us-ascii are ignored. */
final class MediaTypeRules {

    private MediaTypeRules() {}

    /** The issue with the Content-Type headers of a policy; empty where every sender accepts them. */
    static Optional<Issue> judge(List<String> headers) {
        List<String> types =
                headers.stream().map(MediaTypeRules::type).distinct().toList();
        if (types.size() > 1) {
            return Optional.of(Issue.of(
                            FETCH_CONTENT_TYPE,
                            "The policy is served with several Content-Type headers that differ: "
                                    + RemoteText.list(headers.stream()
                                            .map(RemoteText::quote)
                                            .toList())
                                    + ". Senders differ in which one they read, and some accept only text/plain.")
                    .withRemedy(
                            "Send one header, Content-Type: text/plain; the web server and the application behind it may"
                                    + " each add one."));
        }
        if (!types.equals(List.of("text/plain"))) {
            String served = headers.isEmpty() || headers.get(0).isBlank()
                    ? "without a Content-Type"
                    : "as " + RemoteText.quote(headers.get(0));
            return Optional.of(Issue.of(
                    FETCH_CONTENT_TYPE, "The policy is served " + served + "; some senders accept only text/plain."));
        }
        return headers.stream()
                .flatMap(header -> charset(header).stream())
                .filter(charset -> !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii"))
                .findFirst()
                .map(charset -> Issue.of(
                        FETCH_CHARSET, "The policy is served with the charset " + RemoteText.quote(charset) + "."));
    }

    private static String type(String header) {
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> charset(String header) {
        List<String> parts = Split.at(';', header);
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
                String value = parameter.substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        return Optional.empty();
    }
}
