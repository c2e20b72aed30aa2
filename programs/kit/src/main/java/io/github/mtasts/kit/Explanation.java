package io.github.mtasts.kit;

import io.github.mtasts.Advice;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.issue.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a word of a report means: an issue code, a verdict, an advice code, or a result type of TLS reports.
 *
 * @param word as reports write it
 * @param kind such as {@code issue}, in lower case
 * @param severity of an issue, by default
 * @param reference the section of the RFC that defines it, such as {@code RFC 8461 §3.2}
 * @param meaning in one sentence
 * @param remedy what to do about it, in one sentence
 * @param resultType what senders report for an issue
 */
public record Explanation(
        String word,
        String kind,
        Optional<Severity> severity,
        Optional<String> reference,
        String meaning,
        Optional<String> remedy,
        Optional<ResultType> resultType) {

    /** The explanation of a word in any case; hyphens and underscores are the same. */
    public static Optional<Explanation> of(String word) {
        return IssueCodes.named(word)
                .map(Explanation::of)
                .or(() -> IssueCodes.named(Verdict.class, word).map(Explanation::of))
                .or(() -> IssueCodes.named(Advice.class, word).map(Explanation::of))
                .or(() -> IssueCodes.named(ResultType.class, word).map(Explanation::of));
    }

    /** Of an issue code. */
    public static Explanation of(IssueCode code) {
        return new Explanation(
                code.name(),
                "issue",
                Optional.of(code.severity()),
                code.reference(),
                code.meaning(),
                Optional.of(code.remedy()),
                code.resultType());
    }

    private static Explanation of(Verdict verdict) {
        return new Explanation(
                verdict.name(),
                "verdict",
                Optional.empty(),
                Optional.empty(),
                verdict.meaning(),
                Optional.empty(),
                Optional.empty());
    }

    private static Explanation of(Advice advice) {
        return new Explanation(
                advice.name(),
                "advice",
                Optional.empty(),
                Optional.empty(),
                advice.meaning(),
                Optional.empty(),
                Optional.empty());
    }

    private static Explanation of(ResultType type) {
        return new Explanation(
                type.text(),
                "result type",
                Optional.empty(),
                Optional.of("RFC 8460 §4.3"),
                type.meaning(),
                Optional.of(type.remedy()),
                Optional.empty());
    }

    /** Every word that is explained, as reports write it. */
    public static Stream<String> words() {
        return Stream.of(
                        Stream.of(IssueCode.values()).map(Enum::name),
                        Stream.of(Verdict.values()).map(Enum::name),
                        Stream.of(Advice.values()).map(Enum::name),
                        Stream.of(ResultType.values()).map(ResultType::text))
                .flatMap(words -> words);
    }

    /** At most three words of each kind that may have been meant, the most likely of each kind first. */
    public static List<String> near(String word) {
        return Stream.of(
                        IssueCodes.near(word).stream().map(Enum::name),
                        IssueCodes.near(Verdict.class, word).stream().map(Enum::name),
                        IssueCodes.near(Advice.class, word).stream().map(Enum::name),
                        IssueCodes.near(ResultType.class, word).stream().map(ResultType::text))
                .flatMap(words -> words)
                .toList();
    }

    /** For a JSON library: {@code code, severity, meaning, remedy, rfc, result_type}, null where there is none. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", word);
        map.put("severity", severity.map(Severity::name).orElse(null));
        map.put("meaning", meaning);
        map.put("remedy", remedy.orElse(null));
        map.put("rfc", reference.orElse(null));
        map.put("result_type", resultType.map(ResultType::text).orElse(null));
        return map;
    }
}
