package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts a program, in a copy of the tree whose path has spaces, with scripted tools on the path. */
class RunScriptTest {

    @TempDir
    private Path folder;

    private Path script;
    private Path bin;

    @BeforeEach
    void copy() throws IOException {
        Path check = Files.createDirectories(folder.resolve("my root/programs/check"));
        Path kit = Files.createDirectories(folder.resolve("my root/programs/kit/src/main"));
        Files.writeString(kit.resolve("../../pom.xml"), "");
        Files.copy(Path.of("../kit/run"), kit.resolve("../../run"));
        Files.writeString(check.resolve("pom.xml"), "");
        Files.createDirectories(check.resolve("src/main"));
        Files.createDirectories(folder.resolve("my root/mta-sts-core/src/main"));
        Files.writeString(folder.resolve("my root/mta-sts-core/pom.xml"), "");
        Files.writeString(folder.resolve("my root/pom.xml"), "");
        script = Files.copy(Path.of("run"), check.resolve("run"));
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("sh", "basename", "dirname", "readlink", "find", "head", "sed", "touch", "mkdir")) {
            program(tool, "exec " + find(tool) + " \"$@\"");
        }
    }

    @Test
    void withoutJdkAndMavenItSaysWhatToInstall() {
        Program run = start(script, "--demo");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("mta-sts-check: building it needs a JDK (17 or later) and Apache Maven:"
                        + " install them and run this again\n");
    }

    @Test
    void anOldJdkIsNamed() throws IOException {
        program("javac", "echo javac 11.0.2");
        program("mvn", "exit 1");

        assertThat(start(script).err())
                .startsWith("mta-sts-check: building it needs a JDK 17 or later, and javac is 11:");
    }

    @Test
    void aMissingJarIsBuiltAndReported() throws IOException {
        buildable();

        Program run = start(script, "explain", "two words");

        assertThat(run.err()).contains("mta-sts-check: building");
        assertThat(run.out()).endsWith("[explain][two words]\n");
        assertThat(run.exit()).isEqualTo(7);
    }

    @Test
    void itWorksThroughLinksFromAnyFolder() throws IOException {
        buildable();
        start(script);
        Files.createSymbolicLink(folder.resolve("link"), script);
        Path relative = Files.createSymbolicLink(bin.resolve("mta-sts-check"), Path.of("../link"));

        Program run = start(relative, "x");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("[x]\n");
    }

    @Test
    void everyProgramStartsByTheSameScript() throws IOException {
        buildable();
        for (String name : List.of("programs/postfix", "programs/service", "examples/jakarta-mail")) {
            Path program = Files.createDirectories(folder.resolve("my root").resolve(name));
            Path run = Files.copy(Path.of("../..", name, "run"), program.resolve("run"));
            Files.writeString(program.resolve("pom.xml"), "");
            Files.createDirectories(program.resolve("src/main"));

            assertThat(start(run, "x").err()).startsWith("mta-sts-" + program.getFileName() + ": building");
        }
    }

    @Test
    void aNewerSourceIsBuiltAgain() throws IOException {
        buildable();
        start(script);
        Path source = Files.writeString(folder.resolve("my root/mta-sts-core/src/main/A.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(start(script).err()).contains("building");
    }

    @Test
    void aBuildThatFailsEndsIt() throws IOException {
        buildable();
        program("mvn", "echo broken; exit 1");

        Program run = start(script);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("broken\n").endsWith("the build failed; the lines above say why\n");
    }

    private void buildable() throws IOException {
        program("javac", "echo javac 17.0.1");
        program(
                "mvn",
                "while [ \"$1\" != -pl ]; do shift; done; mkdir -p $2/target; : > $2/target/mta-sts-${2##*/}.jar");
        program(
                "java",
                "while [ $# -gt 0 ] && [ \"$1\" != -jar ]; do shift; done; shift 2; printf '[%s]' \"$@\"; echo; exit 7");
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!" + find("sh") + "\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Program start(Path file, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin.resolve("sh").toString(), file.toString()));
        command.addAll(List.of(arguments));
        return Program.start(command, "", Map.of("PATH", bin.toString(), "JAVA_HOME", ""));
    }

    static Path find(String tool) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new IllegalStateException(tool + " is not on the path");
    }
}
