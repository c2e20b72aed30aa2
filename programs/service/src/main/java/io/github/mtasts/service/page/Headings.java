package io.github.mtasts.service.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The headings of a document, with the anchors by which links reach them: of the name of an issue, the name itself. */
final class Headings {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)+");

    private final Map<Heading, String> anchors = new LinkedHashMap<>();
    private final Map<Heading, String> texts = new LinkedHashMap<>();

    private Headings() {}

    static Headings of(Node root) {
        Headings headings = new Headings();
        IdGenerator ids = IdGenerator.builder().build();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String text = textOf(heading);
                headings.texts.put(heading, text);
                headings.anchors.put(heading, CODE.matcher(text).matches() ? text : ids.generateId(text));
            }
        });
        return headings;
    }

    String anchor(Heading heading) {
        return anchors.getOrDefault(heading, "");
    }

    String text(Heading heading) {
        return texts.getOrDefault(heading, "");
    }

    List<Heading> ofLevel(int level) {
        return texts.keySet().stream()
                .filter(heading -> heading.getLevel() == level)
                .toList();
    }

    /** The text of the first heading; empty where there is none. */
    String title() {
        return texts.values().stream().findFirst().orElse("");
    }

    private static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
