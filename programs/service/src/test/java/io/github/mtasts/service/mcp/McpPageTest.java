package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Verdict;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.access.KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about MCP says what there is. */
class McpPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "mcp.md");

    @Test
    void thePageHasEveryToolWithEveryArgument() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        Schemas schemas = new Schemas();

        for (String tool : List.of(CheckTool.NAME, LintTool.NAME, ExplainTool.NAME)) {
            assertThat(page)
                    .filteredOn(line -> line.startsWith("| `" + tool + "` |"))
                    .singleElement()
                    .satisfies(line -> assertThat(
                                    ((Map<?, ?>) schemas.input(tool).getOrDefault("properties", Map.of())).keySet())
                            .isNotEmpty()
                            .allSatisfy(argument -> assertThat(line).contains("`" + argument + "`")));
        }
    }

    @Test
    void theVerdictOnThePageIsExplainedInItsOwnWords() throws IOException {
        assertThat(PAGE).content().contains("typo.example: BROKEN. " + Verdict.BROKEN.meaning());
    }

    @Test
    @Tag("clients")
    void theSessionByHandOnThePageWorks(@TempDir Path folder) throws Exception {
        String key = new KeyFile(folder.resolve("keys")).add("by-hand", Instant.EPOCH);
        String page = Files.readString(PAGE);
        int start = page.indexOf("\ncurl $MCP");
        String session = page.substring(start, page.indexOf("```", start)).replace("\ncurl ", "\ncurl -sS --fail ");
        try (RunningService service = new RunningService(folder.resolve("keys"))) {
            Process shell =
                    new ProcessBuilder("sh", "-e").redirectErrorStream(true).start();
            shell.getOutputStream()
                    .write(("MCP=http://127.0.0.1:" + service.port() + "/mcp\nKEY=\"Authorization: Bearer " + key
                                    + "\"\n" + session)
                            .getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().close();
            String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor()).as(out).isZero();
            assertThat(out)
                    .contains(
                            "\"serverInfo\":{\"name\":\"mta-sts\"",
                            "\"name\":\"lint_policy\"",
                            "\"verdict\":\"ENFORCED\"");
        }
    }
}
