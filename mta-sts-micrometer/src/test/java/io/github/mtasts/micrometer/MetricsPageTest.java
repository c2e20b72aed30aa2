package io.github.mtasts.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the table of docs/metrics.md what the code says. */
class MetricsPageTest {

    @Test
    void theTableIsCurrent() throws IOException {
        String table = Arrays.stream(MeterName.values())
                .map(MetricsPageTest::row)
                .collect(Collectors.joining("", "| meter | type | tags | meaning |\n|---|---|---|---|\n", ""));

        assertThat(Files.readString(Path.of("..", "docs", "metrics.md")))
                .contains("<!-- meters -->\n" + table + "<!-- end -->\n");
    }

    private static String row(MeterName name) {
        String tags = name.tags.stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return "| `" + name.text + "` | " + name.kind.name().toLowerCase(Locale.ROOT) + " | "
                + (tags.isEmpty() ? "–" : tags) + " | " + name.meaning + " |\n";
    }
}
