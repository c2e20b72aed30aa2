package io.github.mtasts.postfix;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mtasts.kit.BrowserGuard;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP for the administrator of this machine: metrics, health, and the commands. Browsers are refused. */
final class AdminServer implements AutoCloseable {

    static {
        // in seconds, read once by the JDK: a client that neither sends nor reads holds a thread no longer than this
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "120");
    }

    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final BrowserGuard GUARD = new BrowserGuard(List.of());
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "mta-sts-postfix-admin");
        thread.setDaemon(true);
        return thread;
    });

    /** Answers from now on; {@link UserError} when the address is not available. */
    AdminServer(InetSocketAddress address, AdminPages pages) {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException cause) {
            throw UserError.cannotListen(address, cause);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, pages));
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static void answer(HttpExchange exchange, AdminPages pages) throws IOException {
        AdminPages.Page page;
        try {
            page = isLocal(exchange.getRequestHeaders())
                    ? pages.page(exchange.getRequestMethod(), exchange.getRequestURI())
                    : AdminPages.Page.of(403, "This is for programs on this machine, not for browsers.\n");
        } catch (RuntimeException bug) {
            LOG.error("An admin request failed", bug);
            page = AdminPages.Page.of(500, "This is a bug; see the log of the server.\n");
        }
        byte[] octets = page.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(page.status(), octets.length == 0 ? -1 : octets.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(octets);
        }
    }

    /** A browser adds an Origin or a Sec-Fetch-Site; no page is admitted, not even one of this machine. */
    private static boolean isLocal(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        String site = headers.getFirst("Sec-Fetch-Site");
        return !headers.containsKey("Origin")
                && (site == null || site.equals("none"))
                && hosts.size() == 1
                && GUARD.knows(hosts.get(0));
    }
}
