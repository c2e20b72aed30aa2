package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs every Java snippet of README, docs and javadoc, against a world on 127.0.0.1. */
class SnippetsTest {

    static Stream<Snippet> snippets() throws IOException {
        return Stream.concat(Snippet.ofPages().stream(), Snippet.ofJavadoc().stream());
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

            Compilation compiled =
                    Compilation.onClassPath(folder, List.of(source), List.of(System.getProperty("java.class.path")));

            compiled.run("Snippet", MtaStsWorld.class, world);
        }
    }

    @Test
    void readmeHasASnippet() throws IOException {
        assertThat(snippets().map(Snippet::page)).contains("README.md", "guide.md", "testing.md");
    }

    @Test
    void theTypesThatUsersMeetFirstHaveAnExample() throws IOException {
        assertThat(Snippet.ofJavadoc().stream().map(Snippet::page))
                .contains(
                        "MtaStsChecker.java",
                        "TextReport.java",
                        "DnsjavaResolver.java",
                        "OkHttpPolicyFetcher.java",
                        "MtaStsSender.java",
                        "SqlitePolicyStore.java",
                        "JdbcPolicyStore.java",
                        "TlsRptReporter.java",
                        "TlsRptReport.java",
                        "FakeDns.java",
                        "MtaStsWorld.java");
    }

    /** The snippet as the body of a method, among the names that its page takes for granted. */
    private static String frame(Snippet snippet) throws IOException {
        boolean real = snippet.code().contains(".system()");
        String frame =
                Files.readString(Path.of("src", "test", "resources", "io", "github", "mtasts", "docs", "frame.txt"));
        return frame.replace("//SHADOWS", real ? shadows() : "").replace("//SNIPPET", snippet.code());
    }

    /** Stands for the adapters as they are when they ask the Internet, and asks the world instead. */
    private static String shadows() throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "io", "github", "mtasts", "docs", "shadows.txt"));
    }
}
