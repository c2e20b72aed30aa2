package io.github.mtasts.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/james.md shows is what the tests use. */
class PageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "james.md");

    @Test
    void theMailetIsConfiguredAsInTheTestOfTheWholeJames() throws IOException {
        assertThat(blocks("xml"))
                .singleElement()
                .satisfies(block -> assertThat(flat("src/test/resources/conf/mailetcontainer.xml"))
                        .contains(flattened(block.replace("james.MtaStsRemoteDelivery", "james.WorldRemoteDelivery"))));
    }

    @Test
    void theSubclassCompiles() throws IOException {
        assertThat(blocks("java"))
                .singleElement()
                .satisfies(block -> assertThat(flat("src/test/java/io/github/mtasts/james/OurRemoteDelivery.java"))
                        .contains(flattened(block)));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("~~~" + language + "\n(.*?)~~~\n", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String flat(String file) throws IOException {
        return flattened(Files.readString(Path.of(file)));
    }

    private static String flattened(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
