package io.github.mtasts.service.page;

import io.github.mtasts.Verdict;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.http.Document;
import io.github.mtasts.service.http.HtmlAnswer;
import io.github.mtasts.service.http.Router;
import io.github.mtasts.service.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page on which a domain is checked, and the documents beside it. */
public final class Page implements Routes {

    /** The scripts; what several pages need is in a module of its own. */
    static final List<String> MODULES = List.of(
            "advice.js",
            "batch.js",
            "catalogue.js",
            "changes.js",
            "client.js",
            "csv.js",
            "domains.js",
            "download.js",
            "file.js",
            "fold.js",
            "form.js",
            "issues.js",
            "lint.js",
            "listing.js",
            "news.js",
            "page.js",
            "report.js",
            "sections.js",
            "several.js",
            "summary.js",
            "table.js",
            "text.js",
            "typed.js",
            "waiting.js",
            "write.js");

    private static final String HTML = HtmlAnswer.MEDIA_TYPE;
    private static final Map<String, String> HEADERS = headers();

    private final Duration timeout;
    private final List<String> samples;

    /**
     * The page of one service.
     *
     * @param timeout within which a check ends
     * @param samples domains to try, which exist in a demo only
     */
    public Page(Duration timeout, List<String> samples) {
        this.timeout = timeout;
        this.samples = List.copyOf(samples);
    }

    @Override
    public void addTo(Router router) {
        String index = index().replace("{{navigation}}", Navigation.at("/"));
        router.get("/", document(HTML, index));
        router.get("/report/{code}", new Document(HTML, index.getBytes(StandardCharsets.UTF_8), keptHeaders()));
        for (Tool tool : Tool.values()) {
            router.get(tool.path(), document(HTML, tool.html()));
        }
        router.get("/page.css", document("text/css;charset=utf-8", read("page.css")));
        router.get("/tools.css", document("text/css;charset=utf-8", read("tools.css")));
        MODULES.forEach(name -> router.get("/" + name, document("text/javascript;charset=utf-8", module(name))));
        router.get("/icon.svg", document("image/svg+xml", read("icon.svg")));
        new Guide().pages().forEach((path, html) -> router.get(path, document(HTML, html)));
    }

    /** The text of a file beside this class. */
    static String read(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String index() {
        String links = samples.stream()
                .map(domain -> "<a href=\"/?domain=" + domain + "\">" + domain + "</a>")
                .collect(Collectors.joining(", "));
        return read("index.html").replace("{{samples}}", links.isEmpty() ? "" : "<p>Domains to try: " + links + "</p>");
    }

    private String module(String name) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        Arrays.stream(Verdict.values()).forEach(verdict -> verdicts.put(verdict.name(), verdict.meaning()));
        Map<String, String> families = new LinkedHashMap<>();
        Arrays.stream(IssueCode.values())
                .forEach(code -> families.put(code.name(), code.family().text()));
        return read(name)
                .replace("{{verdicts}}", Json.write(verdicts))
                .replace("{{families}}", Json.write(families))
                .replace("{{timeout}}", String.valueOf(timeout.toSeconds()));
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(HtmlAnswer.HEADERS);
        headers.put("Cache-Control", "no-cache");
        return headers;
    }

    private static Document document(String mediaType, String text) {
        return new Document(mediaType, text.getBytes(StandardCharsets.UTF_8), HEADERS);
    }

    /** The page of a kept report is for those alone who were given its address. */
    private static Map<String, String> keptHeaders() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("X-Robots-Tag", "noindex");
        return headers;
    }
}
