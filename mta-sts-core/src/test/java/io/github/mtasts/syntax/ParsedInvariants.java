package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds for whatever a parser makes of whatever text. */
final class ParsedInvariants {

    private final Parsed<?> parsed;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    private ParsedInvariants(Parsed<?> parsed, String text, boolean lines) {
        this.parsed = parsed;
        this.text = text;
        for (int at = text.indexOf('\n'); lines && at >= 0; at = text.indexOf('\n', at + 1)) {
            lineStarts.add(at + 1);
        }
    }

    static void holdForPolicy(Parsed<?> parsed, String text) {
        new ParsedInvariants(parsed, text, true).hold();
    }

    /** A TXT record is one line, whatever octets it has. */
    static void holdForRecord(Parsed<?> parsed, String text) {
        new ParsedInvariants(parsed, text, false).hold();
    }

    private void hold() {
        assertThat(parsed.text()).isEqualTo(Texts.octets(text));
        assertThat(parsed.value().isEmpty())
                .as("invalid if and only if there is an error")
                .isEqualTo(parsed.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR));
        parsed.issues().forEach(issue -> issue.span().ifPresent(this::isInside));
        parsed.fields().forEach(this::isWhereItSays);
        isOrdered();
        isBounded();
    }

    private void isInside(SourceSpan span) {
        boolean lineExists = span.line() <= lineStarts.size();
        int lineEnd = span.line() < lineStarts.size() ? lineStarts.get(span.line()) - 1 : text.length();
        if (!lineExists || offset(span) + span.length() > lineEnd) {
            fail("%s is outside the text", span);
        }
    }

    private int offset(SourceSpan span) {
        return lineStarts.get(span.line() - 1) + span.column() - 1;
    }

    private void isWhereItSays(Field field) {
        isInside(field.span());
        int from = offset(field.span());
        Octets there = Texts.octets(text.substring(from, from + field.span().length()));
        if (!field.value().isEmpty() && !there.decoded().equals(field.value())) {
            fail("%s is not at %s", field, field.span());
        }
    }

    private void isOrdered() {
        List<Integer> places = parsed.issues().stream()
                .map(issue -> issue.span().map(this::offset).orElse(Integer.MAX_VALUE))
                .toList();
        assertThat(places).isSorted();
    }

    private void isBounded() {
        Map<IssueCode, Long> counts =
                parsed.issues().stream().collect(Collectors.groupingBy(Issue::code, Collectors.counting()));
        assertThat(counts.values()).allMatch(count -> count <= 20);
        assertThat(parsed.issues().stream().map(Vector::issue)).doesNotHaveDuplicates();
        assertThat(parsed.issues()).allSatisfy(issue -> {
            assertThat(issue.message()).hasSizeBetween(10, 1000).matches("[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]*");
            assertThat(issue.toString()).doesNotContain("\n");
        });
        assertThat(parsed.toString()).hasSizeLessThan(3000).matches("[^\\p{Cc}\\p{Cf}]*");
    }
}
