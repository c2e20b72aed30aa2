package io.github.mtasts.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where there is no room for all issues of a text, the gravest are shown. */
class SectionTextTest {

    @Test
    void noWarningTakesTheRoomOfAnError() {
        List<Issue> issues = new ArrayList<>(many(IssueCode.POLICY_KEY_CASE, 20));
        issues.addAll(many(IssueCode.POLICY_FIELD_DUPLICATE, 20));
        issues.add(Issue.of(IssueCode.POLICY_MODE_MISSING, "the error"));

        String shown = shown(issues);

        assertThat(shown).contains("the error", "… and 11 more, which the JSON shows; it keeps 20 of a code");
        assertThat(shown.indexOf("POLICY_FIELD_DUPLICATE")).isLessThan(shown.indexOf("the error"));
    }

    @Test
    void noErrorTakesTheRoomOfTheFirstOfAnotherCode() {
        List<Issue> issues = new ArrayList<>(many(IssueCode.POLICY_LINE_MALFORMED, 20));
        issues.addAll(many(IssueCode.POLICY_MX_INVALID, 20));
        issues.add(Issue.of(IssueCode.POLICY_MODE_MISSING, "the last error"));

        assertThat(shown(issues)).contains("the last error");
    }

    @Test
    void whatFitsIsShownInItsOrder() {
        assertThat(shown(many(IssueCode.POLICY_KEY_CASE, 30)))
                .contains("number 0 ", "number 29 ")
                .doesNotContain("more");
    }

    private static List<Issue> many(IssueCode code, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Issue.of(code, "number " + number + " of them"))
                .toList();
    }

    private static String shown(List<Issue> issues) {
        return String.join("\n", new SectionText(new Page(120, false)).issues(Optional.empty(), issues));
    }
}
