package io.github.mtasts.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code programs/check} prints of evidence. */
final class CommandLine {

    private CommandLine() {}

    /** The reports on these lines of evidence, a line of JSON each. */
    static List<String> replay(Path folder, List<String> evidence) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("evidence.jsonl"), evidence);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.mtasts.check.Main",
                        "replay",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
