package io.github.mtasts.service.page;

import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Gives headings their anchors, and lets the keyboard reach code that is wider than the screen. */
final class DocumentAttributes implements AttributeProvider {

    private final Headings headings;

    DocumentAttributes(Headings headings) {
        this.headings = headings;
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", headings.anchor(heading));
        }
        if (tagName.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }
}
