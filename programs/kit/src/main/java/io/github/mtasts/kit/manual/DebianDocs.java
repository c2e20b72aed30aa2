package io.github.mtasts.kit.manual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** What a Debian package has compressed, as Debian's policy requires: the manual and the changelog. */
final class DebianDocs {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String CHANGELOG = """
            %s (%s) unstable; urgency=medium

              * See https://github.com/mtasts/mta-sts-java/blob/main/CHANGES.md

             -- The authors of MTA-STS for Java <mtasts@users.noreply.github.com>  %s
            """;

    private DebianDocs() {}

    static void write(String name, String version, Instant date, Path manual, Path share) throws IOException {
        try (Stream<Path> pages = Files.list(manual)) {
            for (Path page : pages.toList()) {
                write(share.resolve("man/man1/" + page.getFileName() + ".gz"), Files.readAllBytes(page));
            }
        }
        // a version that sorts before the release itself
        String changes =
                CHANGELOG.formatted(name, version.replace('-', '~'), DATE.format(date.atOffset(ZoneOffset.UTC)));
        write(share.resolve("doc/" + name + "/changelog.gz"), changes.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, compressed(content));
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Best(octets)) {
            out.write(content);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        byte[] file = octets.toByteArray();
        file[8] = 2; // XFL of RFC 1952: as small as possible
        return file;
    }

    /** As {@code gzip -9}. */
    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
