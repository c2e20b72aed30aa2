package io.github.mtasts.service.http;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) that no spreadsheet takes for more than text; {@code csv.js} of the page writes the same. */
final class CsvLine {

    /** A spreadsheet computes what begins with one of these, in some languages also the full-width ones. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** Behind one of these, a spreadsheet with another separator begins a cell. */
    private static final String SEPARATORS = ",;\"";

    private CsvLine() {}

    /** Of cells that have no invisible characters. */
    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = withoutFormulas(text);
        return safe.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String withoutFormulas(String text) {
        StringBuilder safe = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(begins && FORMULA.indexOf(c) >= 0 ? "'" : "").append(c);
            begins = SEPARATORS.indexOf(c) >= 0 || (begins && c == ' ');
        }
        return safe.toString();
    }
}
