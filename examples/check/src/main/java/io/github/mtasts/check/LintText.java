package io.github.mtasts.check;

import io.github.mtasts.Recommendation;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import java.util.List;
import java.util.Optional;

/** One text, judged alone, for people. */
final class LintText {

    private final Terminal terminal;

    LintText(Terminal terminal) {
        this.terminal = terminal;
    }

    String render(String name, LintResult result) {
        Blocks blocks = new Blocks();
        String word = result.valid() ? "valid" : "invalid";
        Paint paint = result.valid() ? Paint.GREEN : Paint.RED;
        blocks.add(new Headline(terminal).lines(name, word, paint, reason(result)));
        Optional<String> text = Optional.of(result.parsed().text());
        blocks.add(new SectionText(terminal).findings(text, weighing(result.issues(), false)));
        blocks.add(new AdviceText(terminal)
                .lines(result.advice().stream().map(LintText::nowhere).toList()));
        blocks.add(new NoteText(terminal).lines(weighing(result.issues(), true), note -> text));
        return blocks.text();
    }

    private static String reason(LintResult result) {
        Optional<Issue> error = result.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst();
        String what = result.kind().title();
        if (!result.valid() && error.isPresent()) {
            return Headline.clause(error.get().code());
        }
        String counted = Headline.counted(result.issues());
        return result.valid() ? "a good " + what + (counted.isEmpty() ? "" : "; " + counted + " below") : "no " + what;
    }

    /** The place is a placeholder here. */
    private static Recommendation nowhere(Recommendation advice) {
        return new Recommendation(advice.code(), advice.message(), Optional.empty(), advice.publish());
    }

    private static List<Issue> weighing(List<Issue> issues, boolean little) {
        return issues.stream()
                .filter(issue -> (issue.severity() == Severity.INFO) == little)
                .toList();
    }
}
