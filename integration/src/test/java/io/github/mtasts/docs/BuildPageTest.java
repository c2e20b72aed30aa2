package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/in-your-build.md shows stands in the projects that CI builds. */
class BuildPageTest {

    private static final Pattern BLOCK =
            Pattern.compile("(<!-- not run -->\n)?```(?:xml|kotlin|groovy)\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachBlockStandsInAProject() throws IOException {
        List<String> projects = files().filter(file -> file.toString().matches(".*\\.(xml|kt)"))
                .map(BuildPageTest::stripped)
                .toList();

        assertThat(blocks())
                .hasSize(4)
                .allSatisfy(block -> assertThat(projects).as(block).anyMatch(project -> project.contains(block)));
    }

    @Test
    void eachArtifactIsUsedByAProject() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "in-your-build.md"));
        String projects = files().map(BuildPageTest::stripped).collect(Collectors.joining());

        assertThat(Pattern.compile("\\| `([\\w.-]+):([\\w.-]+):([\\w.-]+)`")
                        .matcher(page)
                        .results())
                .hasSize(3)
                .allSatisfy(artifact -> assertThat(projects)
                        .contains("<groupId>" + artifact.group(1) + "</groupId>\n<artifactId>" + artifact.group(2)
                                + "</artifactId>\n<version>" + artifact.group(3) + "</version>"));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "in-your-build.md")))
                .results()
                .filter(block -> block.group(1) == null)
                .map(block -> stripped(block.group(2)))
                .toList();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> projects = Files.list(Path.of("builds"))) {
            return projects
                    .flatMap(project -> Stream.of("pom.xml", "src/main/kotlin/com/example/Check.kt")
                            .map(project::resolve))
                    .filter(Files::exists)
                    .toList()
                    .stream();
        }
    }

    private static String stripped(Path file) {
        try {
            return stripped(Files.readString(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
