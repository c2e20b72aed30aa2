package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs every Java snippet of README and docs, against a world on 127.0.0.1. */
class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final String MARK = "<!-- snippet: ";
    private static final String FENCE = "```java\n";

    /** A snippet and the mark before it; the mark is empty when it is missing. */
    record Snippet(String page, String name, String code) {
        @Override
        public String toString() {
            return page + ": " + name;
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            for (Path page : Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList()) {
                collect(page, snippets);
            }
        }
        return snippets.stream();
    }

    private static void collect(Path page, List<Snippet> snippets) throws IOException {
        String text = Files.readString(page);
        for (int fence = text.indexOf(FENCE); fence >= 0; fence = text.indexOf(FENCE, fence + 1)) {
            int mark = text.lastIndexOf(MARK, fence);
            String between = mark < 0 ? "" : text.substring(mark + MARK.length(), fence);
            String name = between.endsWith(" -->\n") ? between.substring(0, between.length() - " -->\n".length()) : "";
            int code = fence + FENCE.length();
            snippets.add(
                    new Snippet(page.getFileName().toString(), name, text.substring(code, text.indexOf("```", code))));
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetCompilesAndRuns(Snippet snippet, @TempDir Path folder) throws Exception {
        assertThat(snippet.name()).as("the mark before the snippet").isNotEmpty();
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, frame(snippet));
        try (MtaStsWorld world = MtaStsWorld.start()) {
            world.domain("example.org")
                    .record("v=STSv1; id=1")
                    .policy("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n")
                    .mx("mail.example.org");

            Compilation compiled = Compilation.onClassPath(folder, List.of(source));

            compiled.run("Snippet", MtaStsWorld.class, world);
        }
    }

    @Test
    void readmeHasASnippet() throws IOException {
        assertThat(snippets().map(Snippet::page)).contains("README.md", "guide.md", "testing.md");
    }

    /** The snippet as the body of a method, among the names that its page takes for granted. */
    private static String frame(Snippet snippet) throws IOException {
        boolean real = snippet.code().contains("DnsjavaResolver.system()");
        String frame =
                Files.readString(Path.of("src", "test", "resources", "io", "github", "mtasts", "docs", "frame.txt"));
        return frame.replace("//SHADOWS", real ? shadows() : "").replace("//SNIPPET", snippet.code());
    }

    /** Stands for the adapters as they are when they ask the Internet, and asks the world instead. */
    private static String shadows() throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "io", "github", "mtasts", "docs", "shadows.txt"));
    }
}
