package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** Keeps docs/spring.md what the code says. */
@Tag("documents")
class SpringPageTest {

    private static final Path PAGE = Path.of("..", "docs", "spring.md");
    private static final Path METADATA = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");
    private static final Path BEANS = Path.of("src/test/java/io/github/mtasts/spring/ApplicationBeans.java");

    @Test
    void eachPropertyHasADescription() throws IOException {
        assertThat(properties())
                .hasSizeGreaterThan(5)
                .allSatisfy(property -> assertThat(property)
                        .extractingByKey("description")
                        .asString()
                        .endsWith("."));
    }

    @Test
    void theTableOfPropertiesIsCurrent() throws IOException {
        String table = properties().stream()
                .map(SpringPageTest::row)
                .collect(Collectors.joining("", "| property | type | default | meaning |\n|---|---|---|---|\n", ""));

        assertThat(Files.readString(PAGE)).contains("<!-- properties -->\n" + table + "<!-- end -->\n");
    }

    @Test
    void theBeansOnThePageAreThoseThatAreTested() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("~~~java\n") + "~~~java\n".length();

        assertThat(Files.readString(BEANS)).endsWith("\n\n" + page.substring(start, page.indexOf("~~~\n", start)));
    }

    private static String row(Map<String, Object> property) {
        String type = String.valueOf(property.get("type"));
        Object value = property.get("defaultValue");
        return "| `" + property.get("name") + "` | "
                + (type.contains("List")
                        ? "list"
                        : type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                + " | " + (value == null ? "–" : "`" + value + "`") + " | " + property.get("description") + " |\n";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> properties() throws IOException {
        Map<String, Object> metadata = JsonParserFactory.getJsonParser().parseMap(Files.readString(METADATA));
        return (List<Map<String, Object>>) Objects.requireNonNull(metadata.get("properties"));
    }
}
