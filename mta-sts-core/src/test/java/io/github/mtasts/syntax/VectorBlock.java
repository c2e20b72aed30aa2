package io.github.mtasts.syntax;

import io.github.mtasts.issue.IssueCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one block of a vector file, line by line. */
final class VectorBlock {

    private static final Pattern CARETS = Pattern.compile("( *)(\\^+|\\|) ([A-Z0-9_]+)( error| warning| info)?");
    private static final Pattern NO_PLACE = Pattern.compile("! ([A-Z0-9_]+)( error| warning| info)?");
    private static final Pattern SHOWS = Pattern.compile("= ([^:]+): ?(.*)");
    private static final Pattern NEAR_MISS = Pattern.compile("near miss ([A-Z0-9_]+): .+");

    private final boolean lines;
    private final String header;
    private final StringBuilder text = new StringBuilder();
    private final List<String> issues = new ArrayList<>();
    private final Map<String, String> shows = new LinkedHashMap<>();
    private ShownLine last = ShownLine.of("");
    private int lineNumber = 1;
    private int textLines;
    private int lineStart;

    /** @param lines whether the text has lines; else all that is shown is joined */
    VectorBlock(boolean lines, String header) {
        this.lines = lines;
        this.header = header;
    }

    void line(String shown) {
        Matcher carets = CARETS.matcher(shown);
        Matcher noPlace = NO_PLACE.matcher(shown);
        Matcher field = SHOWS.matcher(shown);
        if (carets.matches()) {
            issues.add(issue(place(carets), carets.group(3), carets.group(4)));
        } else if (noPlace.matches()) {
            issues.add(issue("no place", noPlace.group(1), noPlace.group(2)));
        } else if (field.matches()) {
            shows.put(field.group(1), ShownLine.of(field.group(2)).octets());
        } else {
            text(shown);
        }
    }

    private void text(String shown) {
        last = ShownLine.of(shown);
        lineNumber = lines ? ++textLines : 1;
        lineStart = lines ? 0 : text.length();
        text.append(last.octets());
        if (lines) {
            text.append(lineEnd());
        }
    }

    private String lineEnd() {
        return header.contains("[crlf]") ? "\r\n" : "\n";
    }

    private String place(Matcher carets) {
        int from = carets.group(1).length();
        int to = from + (carets.group(2).equals("|") ? 0 : carets.group(2).length());
        int start = last.offset(from);
        return lineNumber + ":" + (lineStart + start + 1) + "+" + (last.offset(to) - start);
    }

    private static String issue(String place, String code, String severity) {
        IssueCode known = IssueCode.valueOf(code);
        return Vector.issue(
                place,
                known,
                severity == null ? known.severity().name() : severity.strip().toUpperCase(Locale.ROOT));
    }

    Vector vector(String where) {
        if (header.contains("[no final line end]")) {
            text.setLength(text.length() - lineEnd().length());
        }
        String reason = header.replaceFirst("^(\\[[a-z ]+] )*", "");
        Matcher nearMiss = NEAR_MISS.matcher(reason);
        return new Vector(
                where,
                reason,
                nearMiss.matches() ? Optional.of(IssueCode.valueOf(nearMiss.group(1))) : Optional.empty(),
                text.toString(),
                issues.stream().sorted().toList(),
                shows);
    }
}
