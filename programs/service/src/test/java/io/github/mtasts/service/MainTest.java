package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.service.access.KeyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a whole. */
class MainTest {

    @TempDir
    private Path folder;

    // serve is what is meant without a command
    @Test
    void theServicePrintsItsSettingsAnswersAndStopsOnSigterm() throws Exception {
        Path keys = folder.resolve("keys");
        Files.createFile(keys);
        Path config = Files.writeString(folder.resolve("conf"), "\nlisten = 127.0.0.1:0\nkey-limit = 7\n");
        Path err = folder.resolve("err");
        Process serving = Program.start(
                err,
                Map.of("MTA_STS_SERVICE_METRICS", "127.0.0.1:0", "MTA_STS_SERVICE_KEY_LIMIT", "8"),
                "--config=" + config,
                "--keys=" + keys);
        BufferedReader out = serving.inputReader(StandardCharsets.UTF_8);
        List<String> lines = readUntil(out, "# listening on ");

        assertThat(lines.stream().map(line -> line.replaceAll(" +", " ")))
                .startsWith(
                        "listen = 127.0.0.1:0 # " + config + ":2",
                        "metrics = 127.0.0.1:0 # MTA_STS_SERVICE_METRICS",
                        "keys = " + keys + " # --keys")
                .contains(
                        "key-limit = 8 # MTA_STS_SERVICE_KEY_LIMIT",
                        "address-limit = 600 # default",
                        "#resolver = # not set",
                        "timeout = 30 # default");
        String address = lines.get(lines.size() - 1).split("[ ,]", -1)[3];
        ApiClient client = new ApiClient(ServerAddress.toListen(address).getPort());
        assertThat(client.get("/v1/security/mta-sts").status()).isEqualTo(401);

        serving.toHandle().destroy();
        assertThat(out.readLine()).isNull();
        assertThat(serving.waitFor()).isEqualTo(143);
        assertThat(err)
                .content()
                .contains("The key file is empty, so no client can be admitted")
                .doesNotContain("Exception");
    }

    @Test
    void theDemoShowsAKeyThatWorksAndLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path err = folder.resolve("err");
        Process demo = Program.start(
                err,
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary, "MTA_STS_SERVICE_COLOUR", "red"),
                "--demo");
        BufferedReader out = demo.inputReader(StandardCharsets.UTF_8);
        String text = String.join("\n", readUntil(out, "Ctrl-C stops it"));
        Matcher page = Pattern.compile("  http://127\\.0\\.0\\.1:(\\d+)/#key=(mtasts_\\S{43})\n")
                .matcher(text);

        assertThat(page.find()).isTrue();
        String address = "http://127.0.0.1:" + page.group(1);
        assertThat(text)
                .contains("  curl \"" + address + "/v1/security/mta-sts\" \\\n"
                        + "    -H \"Authorization: Bearer " + page.group(2) + "\" \\\n"
                        + "    -d \"domain=enforced.example\"\n")
                .contains(address + "/mcp\n")
                .contains("\n  two-faults.example\n");
        ApiClient client = new ApiClient(Integer.parseInt(page.group(1)));
        ApiAnswer answer = client.send(client.request("/v1/security/mta-sts?domain=enforced.example")
                .header("Authorization", "Bearer " + page.group(2)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("mode", "enforce");

        demo.toHandle().destroy();
        assertThat(out.readLine()).isNull();
        assertThat(demo.waitFor()).isEqualTo(143);
        assertThat(err).content().doesNotContain("Exception");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void addressesOtherThanLoopbackRequireKeys() {
        Program run = Program.run(Map.of("MTA_STS_SERVICE_LISTEN", "0.0.0.0:0"));

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "mta-sts-service: MTA_STS_SERVICE_LISTEN: 0.0.0.0:0 is not a loopback address, so keys"
                                + " are required: create one with 'keys add NAME --keys FILE' and pass the same --keys FILE here\n");
    }

    @Test
    void aKeyFileThatCannotBeReadEndsTheStart() {
        Program run = Program.run("--keys", folder.resolve("none").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("mta-sts-service: cannot read " + folder.resolve("none") + ": no such file or folder\n");
    }

    @Test
    void anUnknownVariableEndsTheStart() {
        Program run = Program.run(Map.of("MTA_STS_SERVICE_LISSTEN", "127.0.0.1:1"));

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("mta-sts-service: MTA_STS_SERVICE_LISSTEN: unknown setting: lissten\n");
    }

    @Test
    void anAddressInUseIsReported() {
        try (RunningService service = new RunningService()) {
            Program run = Program.run("--listen=127.0.0.1:" + service.port(), "--metrics=127.0.0.1:0");

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("mta-sts-service: cannot listen on 127.0.0.1:" + service.port() + ": ");
        }
    }

    @Test
    void anUnknownOptionGetsASuggestion() {
        Program run = Program.run("--lissten", "127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option", "--listen").endsWith("Try 'mta-sts-service serve --help'.\n");
    }

    @Test
    void keysAreAddedListedRotatedAndRevoked() throws IOException {
        Path keys = folder.resolve("keys");
        Path config = Files.writeString(folder.resolve("conf"), "listen = 127.0.0.1:0\nkeys = " + keys + "\n");
        Program added = Program.run("keys", "add", "alice", "--config", config.toString());
        assertThat(added.exit()).isZero();
        assertThat(added.out()).matches("mtasts_[A-Za-z0-9_-]{43}\n");
        assertThat(added.err()).isEqualTo("This is the key of alice. Store it now: it is not shown again.\n");

        Program listed = Program.run(Map.of("MTA_STS_SERVICE_KEYS", keys.toString()), "keys", "list");
        assertThat(listed.out()).matches("NAME   CREATED .*\nalice  20\\d\\d-\\d\\d-\\d\\d .*\n");

        Program rotated = Program.run("keys", "rotate", "alice", "--overlap", "2d", "--keys", keys.toString());
        assertThat(rotated.out()).matches("mtasts_[A-Za-z0-9_-]{43}\n").isNotEqualTo(added.out());
        assertThat(rotated.err())
                .startsWith("This is the key of alice. Store it now: it is not shown again.\n")
                .contains("The old key is accepted until 20");

        Program revoked = Program.run("keys", "revoke", "alice", "--keys", keys.toString());
        assertThat(revoked.exit()).isZero();
        assertThat(revoked.err()).isEqualTo("The key of alice is revoked.\n");
        assertThat(new KeyFile(keys).names()).isEmpty();
    }

    @Test
    void aKeyIsAddedWithAnExpiryAndALimit() {
        String keys = folder.resolve("keys").toString();
        Program.run("keys", "add", "alice", "--expires", "2999-01-31", "--limit", "200", "--keys", keys);

        assertThat(Program.run("keys", "list", "--keys", keys).out()).endsWith("  2999-01-31  200\n");
    }

    @Test
    void anErrorWithKeysIsOneSentence() {
        Path keys = folder.resolve("keys");
        new KeyFile(keys).add("alice", Instant.EPOCH);

        assertThat(keysFail("keys", "add", "alice", "--keys", keys.toString()))
                .isEqualTo("the name alice is already in use in " + keys);
        assertThat(keysFail("keys", "revoke", "bob", "--keys", keys.toString()))
                .isEqualTo("unknown key bob in " + keys);
        assertThat(keysFail("keys", "add", "bob", "--expires", "2020-01-01", "--keys", keys.toString()))
                .contains("it has already passed: 2020-01-01");
        assertThat(keysFail("keys", "rotate", "alice", "--overlap", "soon", "--keys", keys.toString()))
                .contains("not a number of minutes, hours or days such as 30m, 24h or 7d: soon");
        assertThat(keysFail("keys", "list"))
                .startsWith("the key file is not set: use --keys FILE, MTA_STS_SERVICE_KEYS");
        assertThat(keysFail("keys"))
                .startsWith("a command is missing: keys add, keys list, keys rotate or keys revoke");
    }

    @Test
    void theHealthOfARunningServiceIsAskedFor() {
        String address;
        try (RunningService service = new RunningService()) {
            address = "127.0.0.1:" + service.port();
            assertThat(Program.run(Map.of("MTA_STS_SERVICE_LISTEN", address), "health"))
                    .isEqualTo(new Program(0, "", ""));
        }

        assertThat(Program.run("health", "--listen", address))
                .isEqualTo(new Program(1, "", "mta-sts-service: not live: no answer from " + address + "\n"));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Program.run("--version").out()).matches("mta-sts-service \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    private static String keysFail(String... arguments) {
        Program run = Program.run(arguments);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mta-sts-service: ");
        return run.err().substring("mta-sts-service: ".length()).stripTrailing();
    }

    private static List<String> readUntil(BufferedReader out, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(last)) {
                return lines;
            }
        }
        throw new AssertionError("it ended after " + lines);
    }
}
