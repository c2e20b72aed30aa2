package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents beside the page. */
class GuideTest {

    private static final Pattern LINK = Pattern.compile(" (?:href|src|action)=\"([^\"]*)\"");

    private static final PageServer SERVER = new PageServer();
    private final PageClient client = new PageClient(SERVER.url());
    private final Map<String, HttpResponse<String>> fetched = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<String> pages() {
        return Stream.concat(Stream.of("/", "/docs/"), Guide.NAMES.stream().map(name -> "/docs/" + name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsToAPageAndToItsAnchor(String page) {
        List<String> links = LINK.matcher(client.get(page).body())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("https://"))
                .toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> {
            URI target = URI.create("http://page" + page).resolve(link);
            HttpResponse<String> answer = fetched.computeIfAbsent(target.getRawPath(), path -> client.get(path));
            assertThat(answer.statusCode()).as(link).isEqualTo(200);
            if (target.getFragment() != null) {
                assertThat(answer.body()).contains(" id=\"" + target.getFragment() + "\"");
            }
        });
    }

    @Test
    void eachIssueHasItsAnchor() {
        String issues = client.get("/docs/issues").body();

        assertThat(IssueCode.values())
                .extracting(code -> "<h3 id=\"" + code.name() + "\">" + code.name() + "</h3>")
                .allSatisfy(heading -> assertThat(issues).contains(heading));
    }

    @Test
    void anAnchorIsThereOnce() {
        pages().forEach(page -> {
            Matcher ids =
                    Pattern.compile(" id=\"([^\"]*)\"").matcher(client.get(page).body());
            assertThat(ids.results().map(found -> found.group(1)))
                    .as(page)
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        });
    }

    @Test
    void eachDocumentIsListed() {
        String list = client.get("/docs/").body();

        assertThat(Guide.NAMES).allSatisfy(name -> assertThat(list).contains("<li><a href=\"/docs/" + name + "\">"));
    }

    @Test
    void thePathMayLackItsSlash() {
        assertThat(client.get("/docs").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownDocumentIsNotFound() {
        assertThat(Arrays.asList("/docs/none", "/docs/issues.md", "/docs/../page.js", "/docs/%2e%2e/%2e%2e/Main.class"))
                .extracting(path -> client.get(path).statusCode())
                .allSatisfy(status -> assertThat(status).isBetween(400, 404));
    }
}
