package io.github.mtasts.service.mcp;

import java.nio.file.Path;
import java.util.List;

/** How the program is started on the class path of the tests, over the domains of the demo. */
final class McpProgram {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private McpProgram() {}

    static List<String> arguments() {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.mtasts.service.Main",
                "--mcp",
                "--demo");
    }
}
