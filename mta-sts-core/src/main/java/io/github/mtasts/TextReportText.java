package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.text.Blocks;
import io.github.mtasts.text.Headline;
import io.github.mtasts.text.NoteText;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.SectionText;
import java.util.List;
import java.util.Optional;

/** One text, judged alone, for people. */
final class TextReportText {

    private final Page page;

    TextReportText(Page page) {
        this.page = page;
    }

    String render(String name, TextReport result) {
        Blocks blocks = new Blocks();
        String word = result.valid() ? "valid" : "invalid";
        Paint paint = result.valid() ? Paint.GREEN : Paint.RED;
        blocks.add(new Headline(page).lines(name, word, paint, reason(result)));
        Optional<Octets> text = Optional.of(result.parsed().text());
        blocks.add(new SectionText(page).issues(text, weighing(result.issues(), false)));
        blocks.add(new AdviceText(page).lines(result.recommendations()));
        blocks.add(new NoteText(page).lines(weighing(result.issues(), true), note -> text));
        return blocks.text();
    }

    private static String reason(TextReport result) {
        Optional<Issue> error = result.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst();
        String what = title(result.kind());
        if (!result.isMeant()) {
            return (result.kind() == TextKind.RECORD ? "not an " : "not a ") + what;
        }
        if (!result.valid() && error.isPresent()) {
            return Headline.clause(error.get().code());
        }
        String counted = Headline.counted(result.issues());
        return result.valid()
                ? "a good " + what + (counted.isEmpty() ? "" : "; " + counted + " below")
                : "not a valid " + what;
    }

    private static List<Issue> weighing(List<Issue> issues, boolean little) {
        return issues.stream()
                .filter(issue -> (issue.severity() == Severity.INFO) == little)
                .toList();
    }

    static String title(TextKind kind) {
        return switch (kind) {
            case RECORD -> "MTA-STS record";
            case POLICY -> "policy";
            case TLS_RPT -> "TLSRPT record";
        };
    }
}
