package io.github.mtasts.service.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Makes links between files links between pages, and plain text of those whose file is not served. */
final class DocumentLinks extends AbstractVisitor {

    private static final Pattern DOCUMENT = Pattern.compile("([a-z0-9-]+)\\.md(#.*)?");

    private final List<String> served;

    DocumentLinks(List<String> served) {
        this.served = served;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        String destination = link.getDestination();
        Matcher document = DOCUMENT.matcher(destination);
        if (document.matches() && served.contains(document.group(1))) {
            String anchor = document.group(2) == null ? "" : document.group(2);
            link.setDestination(Guide.PATH + document.group(1) + anchor);
        } else if (!destination.startsWith("#") && !destination.startsWith("https://")) {
            unwrap(link);
        }
    }

    private static void unwrap(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
