package io.github.mtasts.kit.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in {@code share/doc} links to nothing that is not there. */
class DocumentTest {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aLinkToAFileLeadsToTheRepository() {
        String home = "https://github.com/mtasts/mta-sts-java/blob/main/";
        assertThat(Document.alone("[a](guide.md#json), [b](../README.md), [c](#here), [d](https://example.org/)"))
                .isEqualTo("[a](" + home + "docs/guide.md#json), [b](" + home
                        + "README.md), [c](#here), [d](https://example.org/)");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noLinkIsDead(Path source, @TempDir Path folder) throws IOException {
        Document.write(source, folder);

        String packed = Files.readString(folder.resolve(source.getFileName()));
        assertThat(links(packed)).allMatch(link -> link.startsWith("#") || link.startsWith("https://"));
        assertThat(links(packed).filter(link -> link.startsWith(Document.HOME.toString())))
                .allMatch(link -> Files.exists(DOCS.resolve(
                        link.substring(Document.HOME.toString().length()).replaceAll("#.*", ""))));
    }

    private static Stream<String> links(String markdown) {
        return LINK.matcher(markdown).results().map((MatchResult link) -> link.group(1));
    }
}
