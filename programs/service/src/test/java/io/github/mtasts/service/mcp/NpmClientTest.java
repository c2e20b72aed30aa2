package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client that most assistants are built on. */
@Tag("clients")
class NpmClientTest {

    private static final Path CLIENT = Path.of("target", "mcp-client");

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(CLIENT);
        for (String file : List.of("package.json", "package-lock.json", "client.mjs")) {
            Files.copy(
                    Path.of("src", "test", "resources", "mcp-client", file),
                    CLIENT.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    }

    @Test
    void npmsClientCallsTheToolsOverHttp() throws Exception {
        try (RunningService service = new RunningService()) {
            assertSawTheTools(run(List.of("node", "client.mjs", "http://127.0.0.1:" + service.port() + "/mcp")));
        }
    }

    @Test
    void npmsClientCallsTheToolsOverStandardInputAndOutput() throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "client.mjs", McpProgram.JAVA));
        command.addAll(McpProgram.arguments());

        assertSawTheTools(run(command));
    }

    private static void assertSawTheTools(String out) {
        Map<String, Object> seen = Json.readObject(out.getBytes(StandardCharsets.UTF_8));

        assertThat(seen.get("server")).asString().contains("name=mta-sts");
        assertThat(seen).containsEntry("tools", List.of("check_mta_sts", "lint_policy", "explain_issue"));
        assertThat(seen.get("check")).asString().contains("verdict=BROKEN", "RECORD_ID_INVALID");
        assertThat(seen.get("lint")).asString().contains("The policy is valid.");
        assertThat(seen.get("explain")).asString().contains("severity=ERROR");
        assertThat(seen.get("refused")).asString().contains("isError=true", "cannot be checked");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(CLIENT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
