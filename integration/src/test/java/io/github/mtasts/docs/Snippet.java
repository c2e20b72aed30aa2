package io.github.mtasts.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java code that people copy.
 *
 * @param page the file that it stands in
 * @param name unique on a page; the mark before it, empty when it is missing; of javadoc, the line
 * @param code statements
 */
record Snippet(String page, String name, String code) {

    private static final Path ROOT = Path.of("..");
    private static final String MARK = "<!-- snippet: ";
    private static final String MARK_END = " -->\n";
    private static final String FENCE = "```java\n";
    private static final String EXAMPLE = "<pre>{@code\n";
    private static final String EXAMPLE_END = "}</pre>";

    /** Those of README and docs. */
    static List<Snippet> ofPages() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            for (Path page : Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList()) {
                collectFenced(page, snippets);
            }
        }
        return snippets;
    }

    /** Those in the javadoc of the library's modules. */
    static List<Snippet> ofJavadoc() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.filter(
                            module -> module.getFileName().toString().startsWith("mta-sts-"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .toList()) {
                        collectExamples(file, snippets);
                    }
                }
            }
        }
        return snippets;
    }

    private static void collectFenced(Path page, List<Snippet> snippets) throws IOException {
        String text = Files.readString(page);
        for (int fence = text.indexOf(FENCE); fence >= 0; fence = text.indexOf(FENCE, fence + 1)) {
            int mark = text.lastIndexOf(MARK, fence);
            String between = mark < 0 ? "" : text.substring(mark + MARK.length(), fence);
            String name = between.endsWith(MARK_END) ? between.substring(0, between.length() - MARK_END.length()) : "";
            int code = fence + FENCE.length();
            snippets.add(
                    new Snippet(page.getFileName().toString(), name, text.substring(code, text.indexOf("```", code))));
        }
    }

    private static void collectExamples(Path file, List<Snippet> snippets) throws IOException {
        String text = Files.readString(file);
        for (int at = text.indexOf(EXAMPLE); at >= 0; at = text.indexOf(EXAMPLE, at + 1)) {
            int code = at + EXAMPLE.length();
            String lines = text.substring(code, text.indexOf(EXAMPLE_END, code)).replaceAll("(?m)^ *\\* ?", "");
            String line = "line " + text.substring(0, at).lines().count();
            snippets.add(new Snippet(file.getFileName().toString(), line, lines));
        }
    }

    @Override
    public String toString() {
        return page + ": " + name;
    }
}
