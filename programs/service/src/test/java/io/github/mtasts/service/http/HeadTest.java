package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.bucket4j.TimeMeter;
import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.WithoutKeys;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.kept.Keeping;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.mcp.McpRoutes;
import io.github.mtasts.service.mcp.ProtectedResource;
import io.github.mtasts.service.operation.Metrics;
import io.github.mtasts.service.page.Page;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** HEAD is GET without the body (RFC 9110, section 9.3.2), on every route and whatever the answer is. */
class HeadTest {

    private static final List<String> ENCODINGS = List.of("identity", "gzip");
    private static final Metrics METRICS = new Metrics(Duration.ofSeconds(30));
    private static final List<Routes> ROUTES = routes();
    private static final ApiServer SERVER = ApiServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), METRICS, ROUTES, Limits.behind(List.of()));

    @AfterAll
    static void stop() {
        SERVER.close();
        METRICS.close();
    }

    @TestFactory
    Stream<DynamicTest> headHasTheStatusAndTheHeadersOfGet() {
        return Stream.concat(paths(), Stream.of("/nothing", "/v1/lint/policy", "/v1/issues/none", "/mcp"))
                .flatMap(path -> ENCODINGS.stream()
                        .map(encoding -> dynamicTest(
                                path + " " + encoding,
                                () -> assertThat(head("HEAD", path, encoding))
                                        .isEqualTo(head("GET", path, encoding)))));
    }

    @Test
    void anAnswerToHeadHasNoBody() {
        assertThat(answer("HEAD", "/health/live", "identity")).endsWith("\r\n\r\n");
    }

    @Test
    void headOfWhatIsNotReadyIsAnError() {
        assertThat(answer("HEAD", "/health/ready", "identity")).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void whatAClientHoldsIsConfirmedByHeadersAlone() {
        for (String path : List.of("/", "/page.css", "/openapi.json", "/v1/issues", "/v1/advice/FIX_POLICY")) {
            for (String encoding : ENCODINGS) {
                String answer = answer("GET", path, encoding + "\r\nIf-None-Match: *");

                assertThat(answer)
                        .startsWith("HTTP/1.1 304 ")
                        .contains("\r\nETag: W/", "\r\nCache-Control: ", "\r\nVary: Accept-Encoding\r\n")
                        .doesNotContain("Content-Length", "\r\nContent-Type", "Transfer-Encoding")
                        .endsWith("\r\n\r\n");
            }
        }
    }

    @Test
    void theLengthIsThatOfTheBody() {
        String answer = answer("GET", "/health/live", "identity");
        int body = answer.length() - answer.indexOf("\r\n\r\n") - 4;

        assertThat(answer).contains("Content-Length: " + body + "\r\n");
    }

    /** Each path as it is asked for, with what makes an answer of 200 and without. */
    private static Stream<String> paths() {
        Router router = new Router();
        ROUTES.forEach(part -> part.addTo(router));
        return router.paths().keySet().stream()
                .map(path -> path.replace("/v1/issues/{code}", "/v1/issues/FETCH_CERT_EXPIRED")
                        .replace("{code}", "FIX_POLICY"))
                .flatMap(path -> Stream.of(path, path + "?domain=example.org"));
    }

    /** The status line and the headers, but for the time, and for what it has refilled of a limit. */
    private static List<String> head(String method, String path, String encoding) {
        return answer(method, path, encoding)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("Date: "))
                .map(line -> line.startsWith("RateLimit: ") ? "RateLimit" : line)
                .sorted()
                .toList();
    }

    private static String answer(String method, String path, String encoding) {
        try (RawConnection connection = new RawConnection(SERVER.port())) {
            return connection
                    .send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: "
                            + encoding + "\r\n\r\n")
                    .readAll();
        }
    }

    private static List<Routes> routes() {
        MtaStsChecker checker = MtaStsChecker.builder()
                .resolver(FakeDns.with())
                .policyFetcher(FakePolicies.with())
                .build();
        Checks checks = new Checks(checker::checkAsync, 1, System::nanoTime, METRICS::checked);
        Access access = new Access(
                Optional.empty(),
                WithoutKeys.ofThisMachine(),
                List.of(),
                1_000_000,
                1_000_000,
                TimeMeter.SYSTEM_NANOTIME);
        return List.of(
                new HealthRoutes(() -> Optional.of("a reason")),
                new ApiRoutes(checks, access, Clock.systemUTC(), new KeptReports(Keeping.OFF, Clock.systemUTC())),
                new Page(Duration.ofSeconds(30), List.of()),
                new McpRoutes(checks, access, List.of(), new ProtectedResource("localhost", List.of()), "1"));
    }
}
