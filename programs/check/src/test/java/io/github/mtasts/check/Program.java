package io.github.mtasts.check;

import io.github.mtasts.kit.Json;
import java.io.IOException;
import java.io.OutputStream;
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

    /** Runs with these arguments and an empty standard input. */
    static Program run(String... arguments) {
        return fed("", arguments);
    }

    /** Reads files as reports, for a program. */
    static Program report(List<String> files) {
        List<String> arguments = new ArrayList<>(List.of("report", "--json"));
        arguments.addAll(files);
        return run(arguments.toArray(String[]::new));
    }

    /** Runs with a standard input, one character an octet. */
    static Program fed(String octets, String... arguments) {
        return start(command("io.github.mtasts.check.Main", List.of(arguments)), octets, Map.of("COLUMNS", "80"));
    }

    /** Runs with policy hosts at another port than 443. */
    static Program atPort(int port, String octets, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(Integer.toString(port)));
        all.addAll(arguments);
        return start(command("io.github.mtasts.check.MainAtPort", all), octets, Map.of("COLUMNS", "80"));
    }

    static List<String> command(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return command;
    }

    static Program start(List<String> command, String octets, Map<String, String> environment) {
        try {
            Path err = Files.createTempFile("program", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().keySet().removeAll(List.of("COLUMNS", "NO_COLOR", "JAVA_TOOL_OPTIONS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Thread feeder = new Thread(() -> feed(process.getOutputStream(), octets));
            feeder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            feeder.join();
            Program result = new Program(exit, out, Files.readString(err));
            Files.delete(err);
            return result;
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    /** Each line of standard output as the JSON object that it is. */
    List<Map<String, Object>> reports() {
        return out.lines().map(Program::read).toList();
    }

    /** Of each file the error, or the id of its report and the entry that it is in. */
    List<String> answers() {
        return reports().stream()
                .map(answer -> answer.containsKey("error")
                        ? String.valueOf(answer.get("error"))
                        : answer.get("report_id") + " in " + answer.get("entry"))
                .toList();
    }

    private static Map<String, Object> read(String line) {
        return Json.readObject(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** A program that ends early reads no further, which does not fail the test. */
    private static void feed(OutputStream input, String octets) {
        try (input) {
            input.write(octets.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closed) {
            assert closed.getMessage() != null : closed;
        }
    }
}
