package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each module as a consumer uses it: from a module of its own, with every warning an error. Each file under consumers/ is such a
 * program, behind four comments: the reason, the module that it requires, what is on the module path, and what it prints.
 */
class ConsumerTest {

    /** One program. */
    record Case(String reason, String requires, List<String> path, String prints, String body) {

        static Case of(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                return new Case(
                        comment(lines.get(0), ""),
                        comment(lines.get(1), "requires: "),
                        List.of(comment(lines.get(2), "path: ").split(" ")),
                        comment(lines.get(3), "prints: "),
                        String.join("\n", lines.subList(4, lines.size())));
            } catch (IOException cause) {
                throw new IllegalStateException(cause);
            }
        }

        private static String comment(String line, String label) {
            assertThat(line).startsWith("// " + label);
            return line.substring(3 + label.length());
        }

        @Override
        public String toString() {
            return reason;
        }
    }

    static List<Case> consumers() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ConsumerTest.class.getResource("consumers"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Case::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void aModuleBringsWhatItNeedsAndNoMore(Case consumer, @TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(consumer.path().toArray(String[]::new));

        assertThat(Consumer.runsAsModule(folder, consumer.requires(), consumer.body(), path))
                .isEqualTo(consumer.prints());
    }

    @Test
    void eachModuleOfTheLibraryHasAConsumer() throws Exception {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<String> named = modules.map(module -> module.resolve("src/main/java/module-info.java"))
                    .filter(Files::exists)
                    .map(ConsumerTest::name)
                    .toList();

            assertThat(consumers()).extracting(Case::requires).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static String name(Path moduleInfo) {
        try {
            String text = Files.readString(moduleInfo);
            int at = text.indexOf("\nmodule ") + "\nmodule ".length();
            return text.substring(at, text.indexOf(" {", at));
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
