package io.github.mtasts.service.page;

import java.util.Locale;

/** The pages beside that of one domain: each a form in the same frame, with a script of its own. */
enum Tool {
    SEVERAL("Check several domains"),
    LINT("Check a text"),
    WRITE("Write the texts");

    private final String title;

    Tool(String title) {
        this.title = title;
    }

    String path() {
        return "/" + word();
    }

    String html() {
        return Page.read("tool.html")
                .replace("{{title}}", title)
                .replace("{{script}}", word() + ".js")
                .replace("{{navigation}}", Navigation.at(path()))
                .replace(
                        "{{content}}",
                        Page.read(word() + ".html")
                                .replace("{{key}}", Page.read("key.html").strip()));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
