package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples as users copy them, unchanged but for the address and the key, in the programs that they are for. */
@Tag("clients")
class SamplesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
    private static final MtaStsWorld WORLD = world();

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static String key;

    @SuppressWarnings("NullAway.Init")
    private static Service service;

    @BeforeAll
    static void start() {
        Path keys = folder.resolve("keys");
        key = new KeyFile(keys).add("reader-of-the-samples", Instant.now());
        service = Service.start(new TestSettings().keys(keys).limits(100, 100).over(network()));
    }

    @AfterAll
    static void stop() {
        service.close();
        WORLD.close();
    }

    @Test
    void curlPrintsTheReport() throws Exception {
        Map<String, Object> report =
                Json.readObject(run("bash", sample("sample.sh")).getBytes(StandardCharsets.UTF_8));

        assertIsTheReport(report);
    }

    @Test
    void javaScriptPrintsTheReport() throws Exception {
        String script = sample("sample.mjs");
        String printed = run("node", script);

        assertThat(printed).startsWith("{").contains("domain: 'google.com'", "has_mta_sts: true", "mode: 'enforce'");
        append(script, "console.log('\\u0000' + JSON.stringify(data));");
        assertIsTheReport(afterZero(run("node", script)));
    }

    @Test
    void pythonPrintsTheReport() throws Exception {
        String script = sample("sample.py");
        String python = pythonWithRequests();
        String printed = run(python, script);

        assertThat(printed).startsWith("{'domain': 'google.com', 'has_mta_sts': True, ");
        append(script, "import json\nprint('\\0' + json.dumps(data))");
        assertIsTheReport(afterZero(run(python, script)));
    }

    private static void assertIsTheReport(Map<String, Object> report) {
        ApiClient client = new ApiClient(service.address().getPort());
        Map<String, Object> ours = client.send(client.request("/v1/security/mta-sts?domain=google.com")
                        .header("Authorization", "Bearer " + key))
                .json();

        assertThat(report).isEqualTo(ours).containsEntry("verdict", "ENFORCED").containsEntry("mode", "enforce");
    }

    private static Map<String, Object> afterZero(String printed) {
        return Json.readObject(printed.substring(printed.indexOf('\0') + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String pythonWithRequests() throws Exception {
        for (String python : PYTHONS) {
            if (exit(List.of(python, "-c", "import requests")) == 0) {
                return python;
            }
        }
        throw new AssertionError("install the package requests for one of " + PYTHONS);
    }

    private String sample(String name) throws IOException {
        try (InputStream file = SamplesTest.class.getResourceAsStream("samples/" + name)) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            String address = "http://127.0.0.1:" + service.address().getPort();
            return Files.writeString(
                            folder.resolve(name),
                            text.replace("SERVICE_ADDRESS", address).replace("YOUR_API_KEY", key))
                    .toString();
        }
    }

    private static void append(String script, String line) throws IOException {
        Path path = Path.of(script);
        Files.writeString(path, Files.readString(path) + line + "\n");
    }

    private String run(String program, String script) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(program, script)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(program + " ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private static int exit(List<String> command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }

    private static MtaStsWorld world() {
        MtaStsWorld world = MtaStsWorld.start();
        world.domain("google.com")
                .record("v=STSv1; id=20261101T000000")
                .policy(PolicyMode.ENFORCE, "smtp.google.com")
                .mx("smtp.google.com")
                .tlsRpt("v=TLSRPTv1; rua=mailto:tlsrpt@google.com");
        return world;
    }

    private static NetworkSettings network() {
        return new NetworkSettings(
                Optional.of(WORLD.dns()),
                TIMEOUT,
                InetAddress::isLoopbackAddress,
                List.of(WORLD.ca()),
                WORLD.httpsPort());
    }
}
