package io.github.mtasts.service.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** Makes links of the RFCs that a text names: to the section, where one follows the number. */
final class RfcLinks extends AbstractVisitor {

    private static final Pattern RFC = Pattern.compile("RFC (\\d{3,5})(?:(?: §|, section )(\\d+(?:\\.\\d+)*))?");

    @Override
    public void visit(Heading heading) {
        // a heading is where links lead to
    }

    @Override
    public void visit(Link link) {
        // links are not nested
    }

    @Override
    public void visit(Text text) {
        String all = text.getLiteral();
        int end = 0;
        for (Matcher rfc = RFC.matcher(all); rfc.find(); end = rfc.end()) {
            text.insertBefore(new Text(all.substring(end, rfc.start())));
            Link link = new Link(url(rfc), null);
            link.appendChild(new Text(rfc.group()));
            text.insertBefore(link);
        }
        text.setLiteral(all.substring(end));
    }

    private static String url(Matcher rfc) {
        String document = "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1);
        return rfc.group(2) == null ? document : document + "#section-" + rfc.group(2);
    }
}
