package io.github.mtasts.service.mcp;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.service.check.Checks;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;

/** The tools on standard input and output, one message a line. Calls are answered even when the input has ended meanwhile. */
public final class McpStdio {

    /** The only client has half of them. */
    private static final int AT_ONCE = 400;

    private static final Caller ALONE = new Caller("", checks -> {});

    private final McpServer server;
    private final OutputStream out;
    private final Phaser underWay = new Phaser(1);

    McpStdio(McpServer server, OutputStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Serves the client that started this program, until standard input ends and every call is answered.
     *
     * @param version of the program
     */
    public static void run(NetworkSettings settings, String version) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        try (Network network = Network.forChecker(settings)) {
            Checks checks =
                    new Checks(network.checker()::checkAsync, AT_ONCE, Ticker.systemTicker(), (report, time) -> {});
            McpServer server = new McpServer(checks, Clock.systemUTC(), version);
            new McpStdio(server, out).serve(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        }
    }

    void serve(InputStream in) throws IOException {
        MessageLines lines = new MessageLines(in, JsonRpc.MAX_OCTETS);
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            underWay.register();
            answer(line.get())
                    .thenAccept(answer -> answer.ifPresent(this::write))
                    .whenComplete((done, error) -> underWay.arriveAndDeregister());
        }
        underWay.arriveAndAwaitAdvance();
    }

    private CompletableFuture<Optional<String>> answer(byte[] line) {
        try {
            if (line.length == 0) {
                throw JsonRpc.tooLong();
            }
            return server.answer(line, ALONE);
        } catch (JsonRpc.Malformed malformed) {
            return CompletableFuture.completedFuture(Optional.of(malformed.answer()));
        }
    }

    /** A client that is gone closes standard input too, which ends the program. */
    private synchronized void write(String answer) {
        try {
            out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            return;
        }
    }
}
