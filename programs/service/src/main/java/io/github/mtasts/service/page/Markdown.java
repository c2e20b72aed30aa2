package io.github.mtasts.service.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes HTML of the project's documents. HTML in them is shown, and never obeyed. */
final class Markdown {

    private static final String TITLE_END = "</h1>\n";
    private static final int MANY = 3;

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final DocumentLinks links;

    /** For documents of which these are served. */
    Markdown(List<String> served) {
        this.links = new DocumentLinks(served);
    }

    /**
     * A document as HTML.
     *
     * @param title its first heading, escaped for HTML
     * @param html its content
     */
    record Html(String title, String html) {}

    Html render(String text) {
        Node root = parser.parse(text);
        root.accept(new CommentRemoval());
        root.accept(links);
        root.accept(new RfcLinks());
        Headings headings = Headings.of(root);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .attributeProviderFactory(
                        context -> (node, tagName, attributes) -> addAttributes(headings, node, tagName, attributes))
                .build();
        return new Html(escape(headings.title()), withContents(renderer.render(root), headings));
    }

    /** Gives headings their anchors, and lets the keyboard reach code that is wider than the screen. */
    private static void addAttributes(Headings headings, Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", headings.anchor(heading));
        }
        if (tagName.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    /** Removes the comments that mark snippets for tests; other HTML stays, to be shown as text. */
    private static final class CommentRemoval extends AbstractVisitor {

        @Override
        public void visit(HtmlBlock block) {
            String html = block.getLiteral().strip();
            if (html.startsWith("<!--") && html.indexOf("-->") == html.length() - "-->".length()) {
                block.unlink();
            }
        }
    }

    /** The list of its parts stands below the title of a document that has many. */
    private static String withContents(String html, Headings headings) {
        List<Heading> parts = headings.ofLevel(2);
        int end = html.indexOf(TITLE_END);
        if (parts.size() < MANY || end < 0) {
            return html;
        }
        List<String> lines = new ArrayList<>(List.of("<nav class=\"contents\" aria-label=\"On this page\">"));
        parts.forEach(part ->
                lines.add("<a href=\"#" + headings.anchor(part) + "\">" + escape(headings.text(part)) + "</a>"));
        lines.add("</nav>");
        int begin = end + TITLE_END.length();
        return html.substring(0, begin)
                + lines.stream().collect(Collectors.joining("\n", "", "\n"))
                + html.substring(begin);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
