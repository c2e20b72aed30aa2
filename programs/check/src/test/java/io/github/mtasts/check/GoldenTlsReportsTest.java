package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each NAME.json under tls-reports/ is a TLS report, each NAME.WIDTH.txt beside it the page that people see. */
class GoldenTlsReportsTest {

    private static final List<Integer> WIDTHS = List.of(80, 40);

    /** Writes the pages anew into the folder that is the argument; what changed is for people to read. */
    public static void main(String[] arguments) throws IOException {
        for (Path json : reports(Path.of(arguments[0]))) {
            for (int width : WIDTHS) {
                Files.writeString(page(json, width), shown(json, width));
            }
        }
    }

    static Stream<Arguments> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenTlsReportsTest.class.getResource("tls-reports"))
                .toURI());
        return reports(folder).stream()
                .flatMap(json -> WIDTHS.stream()
                        .map(width -> Arguments.of(page(json, width).getFileName(), json, width)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theReportIsShownAsThePageSays(Path name, Path json, int width) throws IOException {
        assertThat(shown(json, width)).isEqualTo(Files.readString(page(json, width)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void noLineIsWiderThanTheTerminal(Path name, Path json, int width) throws IOException {
        assertThat(shown(json, width).lines())
                .allSatisfy(line -> assertThat(Paragraph.columns(line)).isLessThanOrEqualTo(width));
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Path page(Path json, int width) {
        return json.resolveSibling(json.getFileName().toString().replace(".json", "." + width + ".txt"));
    }

    private static String shown(Path json, int width) throws IOException {
        return new TlsRptText(new Page(width, false))
                .render(json.getFileName().toString(), TlsRptReport.fromMap(Json.readObject(Files.readAllBytes(json))));
    }
}
