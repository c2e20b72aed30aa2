package io.github.mtasts.kit.manual;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document of a program, packed without those that it links to: its links lead to the repository. */
final class Document {

    static final URI HOME = URI.create("https://github.com/mtasts/mta-sts-java/blob/main/docs/");

    private static final Pattern LINK_TO_A_FILE = Pattern.compile("(?<=]\\()(?!https?:|mailto:|#)[^)\\s]+(?=\\))");

    private Document() {}

    static void write(Path source, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(source.getFileName()), alone(Files.readString(source)));
    }

    static String alone(String markdown) {
        return LINK_TO_A_FILE
                .matcher(markdown)
                .replaceAll(link ->
                        Matcher.quoteReplacement(HOME.resolve(link.group()).toString()));
    }
}
