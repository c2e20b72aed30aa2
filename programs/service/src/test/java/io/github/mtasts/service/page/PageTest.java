package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page and its files are served as. */
class PageTest {

    private static final PageServer SERVER = new PageServer();
    private final PageClient client = new PageClient(SERVER.url());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?domain=example.org",
                "/page.css",
                "/page.js",
                "/report.js",
                "/icon.svg",
                "/docs/",
                "/docs/guide"
            })
    void nothingFromElsewhereRunsAndNobodyFramesIt(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.css", "/page.js", "/icon.svg", "/docs/", "/docs/issues"})
    void aPageThatABrowserHoldsIsNotSentAgain(String path) {
        HttpResponse<String> first = client.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = client.get(path, "If-None-Match", tag);

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.js", "/docs/guide"})
    void askedForTheHeadersAloneItGivesThoseOfThePage(String path) {
        HttpResponse<String> head = client.head(path);

        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(client.get(path).headers().firstValue("ETag"));
    }

    @Test
    void aChangedPageIsSentAgain() {
        assertThat(client.get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void eachFileHasItsMediaType() {
        assertThat(List.of("/", "/page.css", "/page.js", "/icon.svg", "/docs/guide"))
                .extracting(path ->
                        client.get(path).headers().firstValue("Content-Type").orElse(""))
                .containsExactly(
                        "text/html;charset=utf-8",
                        "text/css;charset=utf-8",
                        "text/javascript;charset=utf-8",
                        "image/svg+xml",
                        "text/html;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs/", "/docs/guide", "/docs/issues"})
    void pagesHaveNoScriptOrStyleOfTheirOwnAndNoFilesFromElsewhere(String path) {
        assertThat(client.get(path).body())
                .doesNotContain("<style", " style=", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=\"/)")
                .doesNotContainPattern("<[^>]* on[a-z]+=")
                .doesNotContainPattern("<(script|link|img)[^>]* (src|href)=\"(?!/[a-z])");
    }

    @ParameterizedTest
    @FieldSource("io.github.mtasts.service.page.Page#MODULES")
    void theScriptsMakeNoMarkupOfText(String module) {
        assertThat(client.get("/" + module).body())
                .isNotEmpty()
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "DOMParser",
                        "createContextualFragment",
                        "setHTML",
                        "eval(",
                        "new Function",
                        "localStorage",
                        "document.cookie");
    }

    @Test
    void withoutAScriptThePageShowsHowToAskTheService() {
        assertThat(client.get("/").body())
                .containsPattern("(?s)<noscript>.*curl 'http://ADDRESS/v1/security/mta-sts\\?domain=.*</noscript>");
    }
}
