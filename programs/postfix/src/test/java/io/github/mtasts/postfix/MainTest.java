package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a whole. */
class MainTest {

    @TempDir
    private Path folder;

    @Test
    void theDemoShowsTheAnswersToPostfixAndEnds() {
        Program run = Program.run("--demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "enforced.example       OK secure match=mx1.enforced.example:mx2.backup.example servername=hostname",
                        "testing.example        NOTFOUND ",
                        "opted-out.example      NOTFOUND ",
                        "no-policy.example      NOTFOUND ",
                        "partly-covered.example OK secure match=mx1.partly-covered.example servername=hostname",
                        "not-covered.example    TEMP no MX host is covered by the MTA-STS policy",
                        "broken.example         NOTFOUND ",
                        "no-mx-answer.example   TEMP the MX records could not be looked up",
                        "dane.example           OK dane-only",
                        "partly-dane.example    OK dane",
                        "  mx        mx.stranger.example: not covered by the policy, left out");
    }

    @Test
    void aDemoTakesNoStoreOfTheRealWorld() {
        Program run = Program.run(
                "serve", "--demo", "--store", folder.resolve("policies.db").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("leave out --resolver and --store");
    }

    // serve is what is meant without a command
    @Test
    void theServerStartsWithOptionsAloneAnswersAndStopsOnSigterm() throws Exception {
        Process serving = Program.start("--listen=127.0.0.1:0", "--admin=127.0.0.1:0", "--demo");
        BufferedReader log =
                new BufferedReader(new InputStreamReader(serving.getInputStream(), StandardCharsets.UTF_8));
        String settings = log.readLine();
        String listening = log.readLine();
        assertThat(settings)
                .startsWith("[INFO] Settings: policies kept in memory only; resolver 127.0.0.1:")
                .endsWith("; attributes of Postfix 3.10.5 off; local rules: 0");
        assertThat(listening).startsWith("[INFO] Listening on 127.0.0.1:");

        String address = listening.split(" ", -1)[3];
        String admin = listening.substring(listening.lastIndexOf(' ') + 1);
        try (SocketmapClient postfix = new SocketmapClient(ServerAddress.toListen(address))) {
            assertThat(postfix.ask("enforced.example")).startsWith("OK secure match=mx1.enforced.example");
        }
        assertThat(Program.run("query", "enforced.example", "--admin", admin).out())
                .startsWith("enforced.example   enforce   CACHED\n");
        assertThat(Program.run("dump", "--admin", admin).out()).contains("\nenforced.example\tenforce\t");
        assertThat(Program.run("purge", "enforced.example", "--admin", admin).out())
                .isEqualTo("1 policy purged\n");

        // Process.destroy() would close the log too
        serving.toHandle().destroy();
        List<String> rest = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            rest.add(line);
        }
        assertThat(rest).containsExactly("[INFO] Stopping", "[INFO] Stopped");
        assertThat(serving.waitFor()).isEqualTo(143);
    }

    @Test
    void anAddressInUseIsNamed() {
        try (MtaStsWorld world = MtaStsWorld.start();
                Service service = new Service(ServiceTest.settings(world, Optional.empty()))) {
            String taken = ServerAddress.shown(service.address());
            Program run = Program.run("--listen", taken, "--admin", "127.0.0.1:0");

            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err())
                    .startsWith("mta-sts-postfix: cannot listen on " + taken + ": ")
                    .endsWith("is another server running there?\n");
        }
    }

    @Test
    void withoutAServerTheCommandsSayHowToFindOne() {
        Program run = Program.run("dump", "--admin", "127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "mta-sts-postfix: no server answers at 127.0.0.1:1: start it, or give its address with --admin\n");
    }

    @Test
    void aSettingThatIsWrongEndsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), "# mine\ncolour = red\n");
        Program run = Program.run("serve", "--config", file.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("mta-sts-postfix: " + file + ":2: unknown setting: colour\n");
    }

    @Test
    void anUnknownOptionGetsASuggestion() {
        Program run = Program.run("--lissten", "127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option", "--listen").endsWith("Try 'mta-sts-postfix serve --help'.\n");
    }

    @Test
    void purgeWantsADomainOrAll() {
        assertThat(Program.run("purge").err()).startsWith("mta-sts-postfix: name a domain, or give --all\n");
        assertThat(Program.run("purge", "--all", "example.org").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Program.run("--version").out()).matches("mta-sts-postfix \\d+\\.\\d+\\.\\d+\\S*\n");
    }
}
