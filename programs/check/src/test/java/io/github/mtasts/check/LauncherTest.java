package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts an installed program, in a folder whose path has spaces, with scripted Javas. */
class LauncherTest {

    private static final String SAYS_ITS_ARGUMENTS = "#!/bin/sh\nprintf '[%s]' \"$0\" \"$@\"";

    @TempDir
    private Path folder;

    private Path home;
    private Path launcher;
    private Path tools;

    @BeforeEach
    void unpack() throws IOException {
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("cat", "dirname", "head", "readlink", "sed")) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + RunScriptTest.find(tool) + " \"$@\"\n");
        }
        home = folder.toRealPath().resolve("my home");
        launcher = executable(
                home.resolve("bin/mta-sts-check"),
                Files.readString(Path.of("../kit/packaging/launcher"))
                        .replace("@project.artifactId@", "mta-sts-check")
                        .replace("@java.options@", "-XX:+UseSerialGC"));
    }

    @Test
    void withoutJavaItSaysWhatToInstall() {
        Program run = start("");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("mta-sts-check: it needs Java (17 or later): install it and run this again\n");
    }

    @Test
    void anOldJavaIsAsGoodAsNone() throws IOException {
        assertThat(start(java("11", "11.0.2")).err()).contains("needs Java (17 or later)");
        assertThat(start(java("8", "1.8.0_402")).exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void itStartsTheJarWithItsArguments() throws IOException {
        String java = java("17", "17.0.15");

        Program run = start(java, Map.of("JAVA_OPTS", "-Xmx99m -Da=b"), "explain", "two  words", "");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("[" + java + "/bin/java][-XX:+UseSerialGC][-Xmx99m][-Da=b][-jar][" + home
                        + "/lib/mta-sts-check.jar][explain][two  words][]");
    }

    @Test
    void itWorksThroughALink() throws IOException {
        launcher = Files.createSymbolicLink(folder.resolve("mta-sts-check"), launcher);

        assertThat(start(java("17", "17")).out()).contains("[" + home + "/lib/mta-sts-check.jar]");
    }

    @Test
    void aJavaOfThePathReplacesAnOldJavaHome() throws IOException {
        String fromPath = folder.resolve("25/bin").toString();
        java("25", "25");

        Program run = start(java("11", "11.0.2"), Map.of("PATH", fromPath + ":" + tools));

        assertThat(run.out()).startsWith("[" + fromPath + "/java]");
    }

    @Test
    void aJavaWithoutReleaseFileIsAsked() throws IOException {
        Path java = folder.resolve("bare");
        executable(
                java.resolve("bin/java"),
                "#!/bin/sh\n[ $1 = -version ] && echo 'openjdk version \"21.0.1\" 2023-10-17' >&2 || echo started");

        assertThat(start(java.toString()).out()).isEqualTo("started\n");
    }

    private String java(String name, String version) throws IOException {
        Path java = folder.resolve(name);
        executable(java.resolve("bin/java"), SAYS_ITS_ARGUMENTS);
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java.toString();
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Program start(String javaHome, String... arguments) {
        return start(javaHome, Map.of(), arguments);
    }

    private Program start(String javaHome, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all =
                new HashMap<>(Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome, "JAVA_OPTS", ""));
        all.putAll(environment);
        return Program.start(command, "", all);
    }
}
