package io.github.mtasts.service.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The links at the top of every page. */
final class Navigation {

    private static final Map<String, String> LINKS = new LinkedHashMap<>();

    static {
        LINKS.put("/", "One domain");
        LINKS.put(Tool.SEVERAL.path(), "Several");
        LINKS.put(Tool.LINT.path(), "A text");
        LINKS.put(Tool.WRITE.path(), "Write");
        LINKS.put("/docs/guide", "Guide");
        LINKS.put("/docs/issues", "Issues");
        LINKS.put("/docs/service", "API");
        LINKS.put(Guide.PATH, "Documents");
    }

    private Navigation() {}

    /** As the page at a path has it. */
    static String at(String path) {
        return LINKS.entrySet().stream()
                .map(link -> "    <a href=\"" + link.getKey() + "\""
                        + (link.getKey().equals(path) ? " aria-current=\"page\"" : "") + ">" + link.getValue()
                        + "</a>\n")
                .collect(Collectors.joining("", "  <nav aria-label=\"Site\">\n", "  </nav>"));
    }
}
