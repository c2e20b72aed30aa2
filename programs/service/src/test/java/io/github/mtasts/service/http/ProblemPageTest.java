package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.StubService;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems for people: as a page to those who prefer one. */
class ProblemPageTest {

    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final StubService SERVICE = new StubService(1);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHROME,
                "text/html",
                "text/*",
                "TEXT/HTML; charset=utf-8",
                "application/json;q=0.5, text/html;q=0.6",
                "*/*;q=0.1, text/html",
                "text/html, application/*;q=0"
            })
    void whoPrefersHtmlGetsAPage(String accept) {
        ApiAnswer answer = nothing(accept);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Not found</h1>", "<a href=\"/\">", "<a href=\"/docs/problems#not-found\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/problem+json, text/html",
                "text/html, application/json",
                "text/html;q=0.5, application/problem+json;q=0.6",
                "text/html;q=0.5, */*",
                "text/html;q=0",
                "text/html;q=nonsense",
                "image/png",
                ",;,"
            })
    void whoDoesNotGetsJson(String accept) {
        assertThat(nothing(accept).header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aPageRunsNothingAndIsNotKept() {
        ApiAnswer answer = nothing(CHROME);

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; ")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).doesNotContain("<script", "<style", " style=");
    }

    @Test
    void whatAClientWroteIsTextOnThePage() {
        String page = new String(
                ProblemPage.of(Problem.of(ProblemKind.UNKNOWN_CODE, "<script>\"x\"</script> & {{type}}")),
                StandardCharsets.UTF_8);

        assertThat(page).contains("&lt;script&gt;").contains("&amp;").doesNotContain("<script>");
    }

    private static ApiAnswer nothing(String accept) {
        return SERVICE.client().send(SERVICE.client().request("/nothing").header("Accept", accept));
    }
}
