package io.github.mtasts.service.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The documents of the project as pages, and a list of them. */
final class Guide {

    static final String PATH = "/docs/";

    /** In the order in which they are listed. */
    static final List<String> NAMES = List.of(
            "guide",
            "issues",
            "deviations",
            "command-line",
            "service",
            "problems",
            "nginx",
            "installing",
            "mcp",
            "claude",
            "chatgpt",
            "gemini",
            "coverage",
            "postfix",
            "sender",
            "stores",
            "metrics",
            "spring",
            "jakarta-mail",
            "james",
            "testing",
            "in-your-build");

    private final Map<String, Markdown.Html> documents = new LinkedHashMap<>();

    Guide() {
        Markdown markdown = new Markdown(NAMES);
        NAMES.forEach(name -> documents.put(name, markdown.render(Page.read("docs/" + name + ".md"))));
    }

    /** The HTML of each page by its path. */
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(PATH, page(PATH, "Documents", "<h1>Documents</h1>\n" + list(documents)));
        documents.forEach(
                (name, document) -> pages.put(PATH + name, page(PATH + name, document.title(), document.html())));
        pages.computeIfPresent(PATH + "issues", (path, html) -> IssueIndex.in(html));
        return pages;
    }

    private String page(String path, String title, String content) {
        return Page.read("document.html")
                .replace("{{navigation}}", Navigation.at(path))
                .replace("{{title}}", title)
                .replace("{{documents}}", links(documents))
                .replace("{{content}}", content);
    }

    private static String list(Map<String, Markdown.Html> documents) {
        return "<ul>\n"
                + documents.entrySet().stream()
                        .map(entry -> "<li>" + link(entry.getKey(), entry.getValue()) + "</li>\n")
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    private static String links(Map<String, Markdown.Html> documents) {
        return documents.entrySet().stream()
                .map(entry -> "    " + link(entry.getKey(), entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String link(String name, Markdown.Html document) {
        return "<a href=\"" + PATH + name + "\">" + document.title() + "</a>";
    }
}
