package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.StubService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Why requests are not answered. */
class ProblemsTest {

    private static final String CHECK = "/v1/security/mta-sts";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final StubService SERVICE = new StubService(1);
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void theDomainMustBeThereOnce() {
        assertProblem(client.get(CHECK), 400, "The parameter domain is missing.");
        assertProblem(client.get(CHECK + "?domain=a.example&domain=b.example"), 400, "is given 2 times");
        assertProblem(client.post(CHECK + "?domain=a.example", FORM, "domain=b.example"), 400, "is given 2 times");
    }

    @Test
    void aNameThatCannotBeADomainGetsAReason() {
        assertProblem(client.get(CHECK + "?domain=a%40example.org"), 400, "give the part after the @");
        assertProblem(client.get(CHECK + "?domain=https%3A%2F%2Fexample.org"), 400, "it is a URL or a path");
        assertProblem(client.get(CHECK + "?domain="), 400, "it is empty");
        assertProblem(client.get(CHECK + "?domain=" + "x".repeat(7000)), 400, "253 are allowed");
    }

    @Test
    void aProblemQuotesNoMoreThanAFewWords() {
        assertThat(client.get(CHECK + "?domain=" + "x".repeat(7000)).body().length())
                .isLessThan(2000);
        assertThat(client.get(CHECK + "?domain=%E2%80%AEevil%1B%5B2J").body()).doesNotContain("\u202E", "\u001B");
    }

    @Test
    void brokenPercentEncodingIsReported() {
        for (String broken : List.of("domain=%zz", "domain=a%2", "domain=%FF.example", "x=%")) {
            assertProblem(
                    client.send(
                            client.request(CHECK).header("Content-Type", FORM).POST(BodyPublishers.ofString(broken))),
                    400,
                    "not percent-encoded UTF-8");
        }
    }

    @Test
    void freshIsTrueOrFalse() {
        assertProblem(client.get(CHECK + "?domain=a.example&fresh=yes"), 400, "fresh must be true or false");
        assertProblem(client.get(CHECK + "?domain=a.example&fresh=true&fresh=true"), 400, "must not be repeated");
    }

    @Test
    void aFormIsBounded() {
        assertProblem(client.post(CHECK, FORM, "domain=" + "x".repeat(8192)), 413, "must not exceed 8192 octets");
    }

    @Test
    void aBodyOfAnotherMediaTypeIsRefused() {
        assertProblem(client.post(CHECK, "application/json", "{}"), 415, "Content-Type: " + FORM);
        assertProblem(client.post(CHECK, "multipart/form-data; boundary=x", "--x--"), 415, "Content-Type: " + FORM);
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertProblem(client.get("/v1/nothing"), 404, "Nothing is served at this path.");
        assertProblem(client.get("/v2"), 404, "Nothing is served at this path.");
        assertProblem(client.get("/.git/config"), 404, "Nothing is served at this path.");
    }

    @Test
    void anotherMethodIsNotAllowedAndTheAllowedOnesAreNamed() {
        ApiAnswer answer = client.send(client.request(CHECK).DELETE());

        assertProblem(answer, 405, "GET");
        assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
        assertThat(client.get("/v1/lint/policy").header("Allow")).isEqualTo("POST");
    }

    @Test
    void aHeaderDoesNotChangeTheMethod() {
        ApiAnswer answer = client.send(client.request("/v1/issues").header("X-HTTP-Method-Override", "DELETE"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.send(client.request("/v1/issues")
                                .header("X-HTTP-Method-Override", "GET")
                                .DELETE())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void headHasTheStatusThatGetHas() {
        ApiAnswer answer =
                client.send(client.request(CHECK + "?domain=192.0.2.1").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anInternalErrorShowsOnlyAReference() {
        for (Throwable mistake : List.of(new IllegalStateException("inner words"), new AssertionError("inner words"))) {
            CompletableFuture<ApiAnswer> answer =
                    CompletableFuture.supplyAsync(() -> client.get(CHECK + "?domain=mistake.example"));
            SERVICE.awaitCheck().report().completeExceptionally(mistake);

            assertProblem(answer.join(), 500, "a bug in the service");
            assertThat((String) answer.join().json().get("reference")).hasSize(36);
            assertThat(answer.join().body()).doesNotContain("inner words");
        }
    }

    @Test
    void whenTooManyChecksWaitOneMayComeBackLater() {
        List<CompletableFuture<?>> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(SERVICE.checks().check("client" + i, "waits" + i + ".example", false));
        }

        ApiAnswer answer = client.get(CHECK + "?domain=another.example");

        assertProblem(answer, 503, "Too many checks are in progress.");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        others.forEach(other -> SERVICE.awaitCheck().end());
    }

    private static void assertProblem(ApiAnswer answer, int status, String detail) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat((String) answer.json().get("detail")).contains(detail);
    }
}
