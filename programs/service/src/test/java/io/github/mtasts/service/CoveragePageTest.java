package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about what a check covers names tests that exist. */
class CoveragePageTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| (`.+`) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, String> sources = sources();

        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            List<MatchResult> tests = TEST.matcher(row.group(3)).results().toList();
            assertThat(tests).as(row.group(1)).isNotEmpty();
            assertThat(tests)
                    .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                            .contains("void " + test.group(2) + "("));
        });
    }

    @Test
    void everyLineOfATableNamesATest() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("| ") && !line.startsWith("| covered |")))
                .hasSameSizeAs(rows());
    }

    @Test
    void everyTestOfCoverageIsNamed() throws IOException {
        Matcher tests =
                Pattern.compile("(?m)^    void (\\w+)\\(").matcher(sources().getOrDefault("CoverageTest", ""));

        assertThat(tests.results().map(test -> "`CoverageTest." + test.group(1) + "`"))
                .isNotEmpty()
                .isSubsetOf(
                        TEST.matcher(page()).results().map(MatchResult::group).toList());
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve(Path.of("docs", "coverage.md")));
    }

    private static Map<String, String> sources() throws IOException {
        Path tests = Path.of("src", "test", "java");
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            CoveragePageTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
