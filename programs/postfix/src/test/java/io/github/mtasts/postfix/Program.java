package io.github.mtasts.postfix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program run as a program: a JVM of its own, its exit code, and what it printed.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Program(int exit, String out, String err) {

    /** Runs to its end with these arguments. */
    static Program run(String... arguments) {
        try {
            Path err = Files.createTempFile("program", ".err");
            Process process = builder(arguments).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Program ended = new Program(process.waitFor(), out, Files.readString(err));
            Files.delete(err);
            return ended;
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    /** Starts it; the log is its standard output. */
    static Process start(String... arguments) throws IOException {
        return builder(arguments).redirectErrorStream(true).start();
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.github.mtasts.postfix.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("COLUMNS", "JAVA_TOOL_OPTIONS"));
        return builder;
    }
}
