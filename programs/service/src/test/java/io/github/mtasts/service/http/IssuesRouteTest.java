package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.StubService;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The issue codes over HTTP. */
class IssuesRouteTest {

    private static final StubService SERVICE = new StubService(1);
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void everyIssueCodeIsListed() {
        assertThat(client.get("/v1/issues").codes())
                .containsExactlyElementsOf(
                        Arrays.stream(IssueCode.values()).map(IssueCode::name).toList());
    }

    @Test
    void anIssueCodeIsExplainedHoweverItIsTyped() {
        assertThat(client.get("/v1/issues/fetch-cert-expired").json())
                .containsEntry("code", "FETCH_CERT_EXPIRED")
                .containsEntry("severity", "ERROR")
                .containsEntry("rfc", "RFC 8461 §3.3")
                .containsEntry("result_type", "sts-webpki-invalid");
    }

    @Test
    void anIssueThatSendersDoNotReportHasNoResultType() {
        assertThat(client.get("/v1/issues/RECORD_NOT_FOUND").json()).containsEntry("result_type", null);
    }

    @Test
    void aMisspeltIssueCodeIsNotFoundAndGetsSuggestions() {
        ApiAnswer answer = client.get("/v1/issues/RECORD_ID_INVALD");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).containsEntry("near", List.of("RECORD_ID_INVALID"));
        assertThat((String) answer.json().get("detail")).contains("Did you mean RECORD_ID_INVALID?");
    }

    @Test
    void theCatalogueMayBeKept() {
        ApiAnswer first = client.get("/v1/issues");
        ApiAnswer second = client.send(client.request("/v1/issues").header("If-None-Match", first.header("ETag")));

        assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=3600");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void anOutdatedCopyIsReplaced() {
        ApiAnswer answer = client.send(client.request("/v1/issues").header("If-None-Match", "\"older\", W/\"old\""));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aCompressedCopyMayBeKeptToo() {
        HttpHeaders first = compressed("none").headers();

        assertThat(first.firstValue("Content-Encoding")).contains("gzip");
        assertThat(first.allValues("Vary")).containsOnlyOnce("Accept-Encoding");
        assertThat(compressed(first.firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void headHasTheSameHeaders() {
        ApiAnswer get = client.get("/v1/issues/FETCH_CERT_EXPIRED");
        ApiAnswer head =
                client.send(client.request("/v1/issues/FETCH_CERT_EXPIRED").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
    }

    private HttpResponse<byte[]> compressed(String held) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        client.request("/v1/issues")
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", held)
                                .build(),
                        BodyHandlers.ofByteArray())
                .join();
    }
}
