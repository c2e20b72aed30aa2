package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extension's own test, run by the Jupiter versions that projects have; Maven copies them to target/jupiter. */
class JupiterVersionsTest {

    private static final Path LAUNCHERS = Path.of("target", "jupiter");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "1.9.3, 'Jupiter 5.9, the oldest'", //
        "1.12.2, 'Jupiter 5.12, of Spring Boot 3'",
        "6.1.3, 'Jupiter 6.1, the newest'"
    })
    void theExtensionWorksWith(String platform, String reason) throws Exception {
        Path launcher = LAUNCHERS.resolve("junit-platform-console-standalone-" + platform + ".jar");
        assertThat(launcher).as("copied by 'mvn process-test-resources'").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(launcher),
                "org.junit.platform.console.ConsoleLauncher"));
        if (!platform.startsWith("1.9.")) {
            command.add("execute");
        }
        command.addAll(List.of("--disable-banner", "--select-class", MtaStsWorldExtensionTest.class.getName()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("3 tests successful").doesNotContain("WARNING");
    }

    /** Ours, with the launcher's JUnit in place of our own. */
    private static String classPath(Path launcher) {
        Stream<String> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Stream.of("junit-", "opentest4j-", "apiguardian-")
                        .noneMatch(Path.of(entry).getFileName().toString()::startsWith));
        return Stream.concat(Stream.of(launcher.toString()), others).collect(Collectors.joining(File.pathSeparator));
    }
}
