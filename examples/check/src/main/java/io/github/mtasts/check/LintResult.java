package io.github.mtasts.check;

import io.github.mtasts.Recommendation;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.Parsed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one text.
 *
 * @param kind what it is meant as
 * @param parsed the text, and its value when it is valid
 * @param issues every finding
 * @param advice the texts to publish instead
 * @param object the text as the report's JSON has it; null when nobody would take it for a text of its kind
 */
record LintResult(
        LintKind kind, Parsed<?> parsed, List<Issue> issues, List<Recommendation> advice, @Nullable Object object) {

    boolean valid() {
        return parsed.value().isPresent();
    }

    /** The text under its key of the report's JSON, {@code issues}, {@code recommendations}. */
    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(kind.key(), object);
        map.put("issues", issues.stream().map(Issue::toMap).toList());
        map.put("recommendations", advice.stream().map(LintResult::advice).toList());
        return map;
    }

    private static Map<String, @Nullable Object> advice(Recommendation advice) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", advice.code().name());
        map.put("message", advice.message());
        map.put("publish", advice.publish().orElse(null));
        return map;
    }
}
