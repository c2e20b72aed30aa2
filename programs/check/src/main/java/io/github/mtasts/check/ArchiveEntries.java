package io.github.mtasts.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of an archive from strangers, one after the other; names of folders end in a slash. */
final class ArchiveEntries implements AutoCloseable {

    private interface Names {
        Optional<String> next() throws IOException;
    }

    private final InputStream content;
    private final Names names;

    private ArchiveEntries(InputStream content, Names names) {
        this.content = content;
        this.names = names;
    }

    static ArchiveEntries ofZip(InputStream input) {
        ZipInputStream zip = new ZipInputStream(input, StandardCharsets.ISO_8859_1);
        return new ArchiveEntries(zip, () -> {
            try {
                return Optional.ofNullable(zip.getNextEntry()).map(ZipEntry::getName);
            } catch (IllegalArgumentException malformedName) {
                throw new IOException(malformedName);
            }
        });
    }

    static ArchiveEntries ofTar(InputStream input) {
        HeaderGate gate = new HeaderGate(input);
        TarArchiveInputStream tar = new TarArchiveInputStream(gate);
        return new ArchiveEntries(tar, () -> {
            gate.beginHeader();
            TarArchiveEntry entry = tar.getNextEntry();
            gate.endHeader();
            return Optional.ofNullable(entry).map(ArchiveEntries::name);
        });
    }

    private static String name(TarArchiveEntry entry) {
        return entry.isDirectory() && !entry.getName().endsWith("/") ? entry.getName() + "/" : entry.getName();
    }

    /** Goes to the next entry; the one before must have been read to its end. */
    Optional<String> next() throws IOException {
        return names.next();
    }

    /** Of the entry. */
    InputStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
