package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be tried of the container image without a builder: its runtime, made by the very command, and its options. */
class ContainerfileTest {

    private static final Pattern JLINK = Pattern.compile("RUN jlink (.*?) --output (\\S+)", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("ENTRYPOINT \\[(.*)]");
    private static final Pattern OPTIONS = Pattern.compile("<java.options>(.*)</java.options>");

    private final String text = read(Path.of("Containerfile"));

    @Test
    void theServiceChecksADomainOnTheRuntimeOfTheImage(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("java");
        List<String> arguments = new ArrayList<>(
                Arrays.asList(found(JLINK, text).replace("\\\n", " ").strip().split("\\s+", -1)));
        arguments.addAll(List.of("--output", image.toString()));
        PrintWriter output = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        assertThat(ToolProvider.findFirst("jlink").orElseThrow().run(output, output, arguments.toArray(String[]::new)))
                .isZero();

        Process demo = new ProcessBuilder(
                        image.resolve("bin").resolve("java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--demo")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
            URI page = page(lines);
            String key = page.getFragment().substring("key=".length());
            String report = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page.resolve("/v1/security/mta-sts?domain=enforced.example"))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(report).contains("\"verdict\":\"ENFORCED\"");
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    @Test
    void javaHasTheOptionsOfTheLauncher() {
        String options = found(OPTIONS, read(Path.of("pom.xml")));

        assertThat(found(ENTRY, text).replace("\"", "").replace(",", ""))
                .isEqualTo("/opt/java/bin/java " + options + " -jar /opt/mta-sts-service.jar");
    }

    private static URI page(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("/#key=")) {
                return URI.create(line.strip());
            }
        }
        throw new AssertionError("the demo ended");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
