package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of a consumer: {@code consumer.Main}, compiled with every warning an error, and run in a JVM of its own. */
final class Consumer {

    private static final List<String> PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));

    private Consumer() {}

    /** What it prints as a module that requires these. */
    static String runsAsModule(Path folder, String required, String body, List<String> path) throws Exception {
        Path info =
                Files.writeString(folder.resolve("module-info.java"), "module consumer { requires " + required + "; }");
        Compilation compiled = Compilation.onModulePath(folder, List.of(info, main(folder, body)), path);
        List<String> arguments = new ArrayList<>(
                List.of("--module-path", entries(compiled, path), "--module", "consumer/consumer.Main"));
        if (required.equals("io.github.mtasts.store.sqlite")) {
            arguments.add(0, "--enable-native-access=org.xerial.sqlitejdbc");
        }
        return output(arguments);
    }

    /** What it prints on the class path. */
    static String runsOnClassPath(Path folder, String body, List<String> path) throws Exception {
        Compilation compiled = Compilation.onClassPath(folder, List.of(main(folder, body)), path);
        return output(List.of("-classpath", entries(compiled, path), "consumer.Main"));
    }

    /** The entries of the class path that belong to these artifacts, built or being built. */
    static List<String> only(String... artifacts) {
        return PATH.stream()
                .filter(entry -> Stream.of(artifacts).anyMatch(artifact -> belongs(Path.of(entry), artifact)))
                .toList();
    }

    private static boolean belongs(Path entry, String artifact) {
        boolean folder = Files.isDirectory(entry);
        return folder
                ? entry.endsWith(Path.of(artifact, "target", "classes"))
                : String.valueOf(entry.getFileName()).startsWith(artifact)
                        && !entry.toString().endsWith("-tests.jar");
    }

    private static Path main(Path folder, String body) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("consumer")).resolve("Main.java"), body);
    }

    private static String entries(Compilation compiled, List<String> path) {
        return compiled.classes() + File.pathSeparator + String.join(File.pathSeparator, path);
    }

    private static String output(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }
}
