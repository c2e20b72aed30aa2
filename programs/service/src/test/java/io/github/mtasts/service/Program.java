package io.github.mtasts.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        return run(Map.of(), arguments);
    }

    /** Runs to its end with variables in its environment. */
    static Program run(Map<String, String> variables, String... arguments) {
        try {
            Path err = Files.createTempFile("program", ".err");
            Process process =
                    builder(variables, arguments).redirectError(err.toFile()).start();
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

    /** Starts it; standard error goes to a file. */
    static Process start(Path err, Map<String, String> variables, String... arguments) throws IOException {
        return builder(variables, arguments).redirectError(err.toFile()).start();
    }

    private static ProcessBuilder builder(Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.github.mtasts.service.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("COLUMNS", "JAVA_TOOL_OPTIONS"));
        builder.environment().keySet().removeIf(name -> name.startsWith(ServiceOptions.VARIABLES));
        builder.environment().putAll(variables);
        return builder;
    }
}
