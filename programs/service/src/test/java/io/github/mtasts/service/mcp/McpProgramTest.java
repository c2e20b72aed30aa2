package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --mcp} as a program. */
class McpProgramTest {

    private static final List<String> SESSION = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"1\\n[ERROR] forged\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"x\\n[ERROR] forged\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\\n[ERROR] forged\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":"
                    + "{\"name\":\"check_mta_sts\",\"arguments\":{\"domain\":\"enforced.example\"}}}");

    @Test
    void theMcpProgramWritesOnlyAnswersAndEndsWithItsInput(@TempDir Path directory) throws Exception {
        Path err = directory.resolve("err");
        Process program = start(err);
        try (OutputStream in = program.getOutputStream()) {
            in.write((String.join("\n", SESSION) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<Map<String, Object>> answers = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.readObject(line.getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(program.waitFor()).isZero();
        assertThat(answers).extracting(answer -> answer.get("id")).containsExactly(1, 2);
        assertThat(answers.get(1).get("result")).asString().contains("verdict=ENFORCED");
        assertThat(Files.readAllLines(err)).noneMatch(line -> line.contains("forged"));
    }

    private static Process start(Path err) throws IOException {
        List<String> command = new ArrayList<>(List.of(McpProgram.JAVA));
        command.addAll(McpProgram.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }
}
