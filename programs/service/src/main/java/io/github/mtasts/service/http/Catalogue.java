package io.github.mtasts.service.http;

import io.github.mtasts.Advice;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.Explanation;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The codes of one kind, all at a path and each below it. */
final class Catalogue<E extends Enum<E>> {

    private final String name;
    private final Class<E> codes;
    private final Function<E, Map<String, ?>> entry;

    private Catalogue(String name, Class<E> codes, Function<E, Map<String, ?>> entry) {
        this.name = name;
        this.codes = codes;
        this.entry = entry;
    }

    static Catalogue<IssueCode> issues() {
        return new Catalogue<>(
                "issue", IssueCode.class, code -> Explanation.of(code).toMap());
    }

    static Catalogue<Advice> advice() {
        return new Catalogue<>("advice", Advice.class, Catalogue::map);
    }

    /** The member of the answer that holds all codes; also the path below {@code /v1}. */
    private String plural() {
        return codes == IssueCode.class ? "issues" : name;
    }

    Document all() {
        return Document.json(Map.of(
                plural(), Arrays.stream(codes.getEnumConstants()).map(entry).toList()));
    }

    void one(Exchange exchange) {
        Document.json(entry(exchange.lastPart())).answer(exchange);
    }

    /** The entry of a code; a problem (404) names the codes that may have been meant. */
    Map<String, ?> entry(String given) {
        return entry.apply(IssueCodes.named(codes, given).orElseThrow(() -> unknown(given)));
    }

    ProblemException unknown(String given) {
        List<String> near =
                IssueCodes.near(codes, given).stream().map(Enum::name).toList();
        String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        return new ProblemException(new Problem(
                ProblemKind.UNKNOWN_CODE,
                "Unknown " + name + " code \"" + RemoteText.escape(given) + "\"." + hint
                        + " All codes are listed at /v1/" + plural() + ".",
                Map.of("near", near)));
    }

    private static Map<String, ?> map(Advice advice) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", advice.name());
        map.put("meaning", advice.meaning());
        return map;
    }
}
