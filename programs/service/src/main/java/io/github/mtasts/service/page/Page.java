package io.github.mtasts.service.page;

import io.github.mtasts.service.http.Routes;
import io.javalin.config.JavalinConfig;

/** The page on which a domain is checked, and the documents beside it. */
public final class Page implements Routes {

    private final Guide guide = new Guide();

    @Override
    public void addTo(JavalinConfig config) {
        serve(config, "/", Asset.file(Asset.HTML, "index.html"));
        serve(config, "/page.css", Asset.file("text/css;charset=utf-8", "page.css"));
        serve(config, "/page.js", Asset.file("text/javascript;charset=utf-8", "page.js"));
        serve(config, "/icon.svg", Asset.file("image/svg+xml", "icon.svg"));
        guide.pages().forEach((path, page) -> serve(config, path, page));
    }

    private static void serve(JavalinConfig config, String path, Asset asset) {
        config.routes.get(path, asset::answer);
        config.routes.head(path, asset::answer);
    }
}
