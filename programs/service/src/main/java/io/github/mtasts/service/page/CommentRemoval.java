package io.github.mtasts.service.page;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;

/** Takes away the comments that mark snippets for tests; other HTML stays, to be shown as text. */
final class CommentRemoval extends AbstractVisitor {

    @Override
    public void visit(HtmlBlock block) {
        String html = block.getLiteral().strip();
        if (html.startsWith("<!--") && html.indexOf("-->") == html.length() - "-->".length()) {
            block.unlink();
        }
    }
}
