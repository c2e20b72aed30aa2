package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.kit.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each NAME.json under reports/ is evidence, each NAME.WIDTH.txt beside it the page that people see. */
class GoldenReportsTest {

    private static final int[] WIDTHS = {80, 40};

    /** Writes the pages anew into the folder that is the argument; what changed is for people to read. */
    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path json :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                for (int width : WIDTHS) {
                    String name = json.getFileName().toString().replace(".json", "." + width + ".txt");
                    Files.writeString(json.resolveSibling(name), page(json, width));
                }
            }
        }
    }

    static Stream<Arguments> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenReportsTest.class.getResource("reports"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> Arguments.of(file.getFileName().toString(), file))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theReportIsShownAsThePageSays(String name, Path page) throws IOException {
        String[] parts = name.split("\\.", -1);

        String shown = page(page.resolveSibling(parts[0] + ".json"), Integer.parseInt(parts[1]));

        assertThat(shown).isEqualTo(Files.readString(page));
    }

    private static String page(Path json, int width) throws IOException {
        Evidence evidence = Evidence.fromMap(Json.readObject(Files.readAllBytes(json)));
        return new ReportText(new Terminal(width, false)).render(MtaStsReport.of(evidence, Thresholds.recommended()));
    }
}
