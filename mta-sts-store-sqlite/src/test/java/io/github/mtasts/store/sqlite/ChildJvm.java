package io.github.mtasts.store.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another process, which runs a class of the tests, for a minute at most. What it says is all that is known of it. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader();
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(this::close);
    }

    static ChildJvm start(Class<?> program, Path file) throws IOException {
        return start(List.of(), program, file);
    }

    /** Starts it by way of another command, which gets the command line as its last arguments. */
    static ChildJvm start(List<String> by, Class<?> program, Path file) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + Files.createTempDirectory(file.resolveSibling(".."), "native"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                file.toString()));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line; null after the last. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** What is left to say until the end. */
    String rest() {
        return lines.lines().collect(Collectors.joining("\n"));
    }

    /** SIGKILL; then gives what it had said before. */
    List<String> kill() {
        close();
        return lines.lines().toList();
    }

    /** SIGKILL by way of the handle, which leaves the streams open. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
