package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.issue.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the tables of docs/guide.md what the code says: each stands between {@code <!-- its name -->} and an end. */
class GuideTablesTest {

    private static final String END = "<!-- end -->";

    private static final Map<String, String> TABLES = tables();

    @Test
    void theTablesAreCurrent() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide.md"));
        String current = guide;
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            current = replaced(current, "<!-- " + table.getKey() + " -->\n", table.getValue());
        }
        Path generated = Path.of("target", "guide.md");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, current);

        assertThat(guide.equals(current))
                .as("docs/guide.md: the current page is in mta-sts-core/target/guide.md, copy it")
                .isTrue();
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("verdicts", table(Verdict.values(), "verdict", Verdict::name, Verdict::meaning));
        tables.put(
                "fields",
                rows(Stream.concat(
                        Stream.of(List.of("field", "type", "meaning"), List.of("---", "---", "---")),
                        ReportField.all().stream()
                                .map(field -> List.of(code(field.path()), type(field), field.meaning())))));
        tables.put("severities", table(Severity.values(), "severity", Severity::name, Severity::meaning));
        tables.put("advice", table(Advice.values(), "advice", Advice::name, Advice::meaning));
        tables.put(
                "result types",
                rows(Stream.concat(
                        Stream.of(List.of("result type", "meaning", "what to do"), List.of("---", "---", "---")),
                        Arrays.stream(ResultType.values())
                                .map(type -> List.of(code(type.text()), type.meaning(), type.remedy())))));
        return tables;
    }

    private static <T> String table(T[] values, String title, Function<T, String> name, Function<T, String> meaning) {
        return rows(Stream.concat(
                Stream.of(List.of(title, "meaning"), List.of("---", "---")),
                Arrays.stream(values).map(value -> List.of(code(name.apply(value)), meaning.apply(value)))));
    }

    private static String type(ReportField field) {
        String type = switch (field.type()) {
            case STRING, INTEGER, BOOLEAN, OBJECT -> field.type().name().toLowerCase(Locale.ROOT);
            case STRINGS -> "list of strings";
            case OBJECTS -> "list of objects";
        };
        return type + (field.nullable() ? " or null" : "");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String rows(Stream<List<String>> rows) {
        return rows.map(cells -> "| " + String.join(" | ", cells) + " |\n").collect(Collectors.joining());
    }

    private static String replaced(String page, String start, String table) {
        int from = page.indexOf(start);
        int to = page.indexOf(END, from);
        assertThat(from).as(start.strip()).isNotNegative();
        return page.substring(0, from + start.length()) + table + page.substring(to);
    }
}
