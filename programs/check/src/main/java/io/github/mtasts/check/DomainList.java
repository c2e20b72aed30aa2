package io.github.mtasts.check;

import io.github.mtasts.check.LineReader.Line;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/** Domains, one per line, read as they are needed; blank lines and lines that begin with # are skipped. */
final class DomainList implements Iterator<String>, AutoCloseable {

    /** Longer than any domain: a line that is cut is invalid anyway. */
    private static final int MAX_LINE = 4096;

    private final String name;
    private final InputStream input;
    private final LineReader lines;
    private Optional<String> next = Optional.empty();

    private DomainList(String name) {
        this.name = name;
        this.input = UserFile.open(name);
        this.lines = new LineReader(input, MAX_LINE);
    }

    /** A {@link UserError} when it cannot be read. */
    static DomainList open(String name) {
        return new DomainList(name);
    }

    /** The number of domains in a file; empty for something that can be read only once. */
    static OptionalLong count(String name) {
        if (name.equals("-") || !Files.isRegularFile(Path.of(name))) {
            return OptionalLong.empty();
        }
        try (DomainList list = open(name)) {
            long count = 0;
            while (list.hasNext()) {
                list.next();
                count++;
            }
            return OptionalLong.of(count);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty()) {
                Optional<Line> line = lines.next();
                if (line.isEmpty()) {
                    return false;
                }
                next = domain(line.get());
            }
            return true;
        } catch (IOException cause) {
            throw UserFile.unreadable(name, cause);
        }
    }

    private static Optional<String> domain(Line line) {
        String text = new String(line.octets().bytes(), StandardCharsets.UTF_8);
        return Optional.of(text.replace("\uFEFF", "").strip())
                .filter(domain -> !domain.isEmpty() && !domain.startsWith("#"));
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more domains");
        }
        String domain = next.orElseThrow();
        next = Optional.empty();
        return domain;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException cause) {
            throw UserFile.unreadable(name, cause);
        }
    }
}
