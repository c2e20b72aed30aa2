package io.github.mtasts.service.page;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All issue codes by family and severity, as links into the page that explains them; a script adds a field to search it. */
final class IssueIndex {

    private static final List<Severity> WORST_FIRST = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

    private IssueIndex() {}

    /** Puts it before the first part of the page. */
    static String in(String page) {
        int first = page.indexOf("<h2");
        return page.substring(0, first) + html() + page.substring(first);
    }

    private static String html() {
        return Arrays.stream(IssueCode.values())
                .map(IssueCode::family)
                .distinct()
                .map(IssueIndex::family)
                .collect(Collectors.joining(
                        "",
                        "<nav id=\"index\" aria-label=\"Index\">\n<table>\n<thead><tr><th scope=\"col\">Family</th>"
                                + "<th scope=\"col\">Severity</th><th scope=\"col\">Issues</th></tr></thead>\n<tbody>\n",
                        "</tbody>\n</table>\n</nav>\n<script type=\"module\" src=\"/issues.js\"></script>\n"));
    }

    private static String family(Subject family) {
        return WORST_FIRST.stream().map(severity -> row(family, severity)).collect(Collectors.joining());
    }

    private static String row(Subject family, Severity severity) {
        String links = Arrays.stream(IssueCode.values())
                .filter(code -> code.family().equals(family) && code.severity() == severity)
                .map(code -> "<a href=\"#" + code + "\">" + code + "</a>")
                .collect(Collectors.joining(" "));
        return links.isEmpty()
                ? ""
                : "<tr><th scope=\"row\">" + family.text() + "</th><td>" + severity.name() + "</td><td>" + links
                        + "</td></tr>\n";
    }
}
