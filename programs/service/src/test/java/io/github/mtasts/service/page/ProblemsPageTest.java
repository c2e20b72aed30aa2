package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.problem.ProblemKind;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document that explains the types of problems. */
class ProblemsPageTest {

    @Test
    void eachKindOfProblemHasASectionWhereItsTypeLeads() {
        String page = new Guide().pages().getOrDefault("/docs/problems", "");

        assertThat(Pattern.compile("<h2 id=\"([^\"]*)\">([^<]*)</h2>\\s*<p>Status (\\d+)\\.")
                        .matcher(page)
                        .results()
                        .map(section ->
                                "/docs/problems#" + section.group(1) + " " + section.group(2) + " " + section.group(3)))
                .containsExactlyElementsOf(Arrays.stream(ProblemKind.values())
                        .map(kind -> kind.type() + " " + kind.title() + " " + kind.status())
                        .toList());
    }
}
