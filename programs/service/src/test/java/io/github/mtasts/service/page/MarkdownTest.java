package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How documents become HTML. */
class MarkdownTest {

    private final Markdown markdown = new Markdown(List.of("guide", "issues"));

    private String html(String text) {
        return markdown.render(text).html();
    }

    @Test
    void theFirstHeadingIsTheTitle() {
        assertThat(markdown.render("# The `a` < b\n\n## More\n").title()).isEqualTo("The a &lt; b");
    }

    @Test
    void headingsHaveTheAnchorsOfTheirText() {
        assertThat(html("## The report, field by field\n"))
                .isEqualTo("<h2 id=\"the-report-field-by-field\">The report, field by field</h2>\n");
    }

    @Test
    void theHeadingOfAnIssueHasItsNameAsAnchor() {
        assertThat(html("### POLICY_EMPTY\n")).isEqualTo("<h3 id=\"POLICY_EMPTY\">POLICY_EMPTY</h3>\n");
    }

    @Test
    void linksBetweenServedDocumentsLeadToTheirPages() {
        assertThat(html("[a](issues.md) [b](guide.md#the-verdict) [c](#here) [d](https://example.org/)"))
                .contains(
                        "<a href=\"/docs/issues\">a</a>",
                        "<a href=\"/docs/guide#the-verdict\">b</a>",
                        "<a href=\"#here\">c</a>",
                        "<a href=\"https://example.org/\">d</a>");
    }

    @Test
    void linksToWhatIsNotServedArePlainText() {
        assertThat(html("see [the *README*](../README.md), [design](design-decisions.md), [x](javascript:alert(1))"))
                .isEqualTo("<p>see the <em>README</em>, design, x</p>\n");
    }

    @Test
    void anRfcIsALinkToTheSectionThatIsNamed() {
        assertThat(html("see RFC 8461 §3.2, RFC 8460, section 4.3.1, and RFC 7505"))
                .isEqualTo("<p>see <a href=\"https://www.rfc-editor.org/rfc/rfc8461#section-3.2\">RFC 8461 §3.2</a>,"
                        + " <a href=\"https://www.rfc-editor.org/rfc/rfc8460#section-4.3.1\">RFC 8460, section 4.3.1</a>,"
                        + " and <a href=\"https://www.rfc-editor.org/rfc/rfc7505\">RFC 7505</a></p>\n");
    }

    @Test
    void anRfcInALinkAHeadingOrCodeIsNotALinkOfItsOwn() {
        assertThat(html("# RFC 8461\n\n[RFC 8461](https://example.org/) `RFC 8461`\n"))
                .doesNotContain("rfc-editor");
    }

    @Test
    void htmlIsShownAndNotObeyed() {
        assertThat(html("<script>alert(1)</script>\n\na <b onclick=\"x\">b</b>\n"))
                .doesNotContain("<script", "<b ")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b onclick=&quot;x&quot;&gt;");
    }

    @Test
    void commentsAreNotShown() {
        assertThat(html("<!-- snippet: many -->\n```java\nint a;\n```\n"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-java\">int a;\n</code></pre>\n");
    }

    @Test
    void aCommentHidesNothingBehindIt() {
        assertThat(html("<!-- a --> text <!-- b -->\n")).contains("text");
    }

    @Test
    void tablesAreTables() {
        assertThat(html("| a | b |\n|---|---|\n| `x\\|y` | z |\n")).contains("<th>a</th>", "<td><code>x|y</code></td>");
    }

    @Test
    void aLongDocumentListsItsParts() {
        assertThat(html("# T\n\ntext\n\n## A\n\n## B & C\n\n## D\n"))
                .startsWith(
                        "<h1 id=\"t\">T</h1>\n<nav class=\"contents\" aria-label=\"On this page\">\n"
                                + "<a href=\"#a\">A</a>\n<a href=\"#b--c\">B &amp; C</a>\n<a href=\"#d\">D</a>\n</nav>\n<p>text</p>");
        assertThat(html("# T\n\n## A\n\n## B\n")).doesNotContain("<nav");
    }
}
