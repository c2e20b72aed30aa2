package io.github.mtasts.check.containers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of a tar archive. A block of zeros ends it, so that one that was cut off between two entries is known. */
final class TarEntries implements ArchiveEntries {

    private final HeaderGate gate;
    private final TarArchiveInputStream tar;

    TarEntries(InputStream input) {
        this.gate = new HeaderGate(input);
        this.tar = new TarArchiveInputStream(gate);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        gate.beginHeader();
        TarArchiveEntry entry = tar.getNextEntry();
        gate.endHeader();
        if (entry == null && !gate.sawZeros()) {
            throw new EOFException();
        }
        return Optional.ofNullable(entry).map(header -> new Entry(name(header), unreadable(header), tar));
    }

    private static Optional<String> unreadable(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Optional.of("it is a link to another file");
        }
        return entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice()
                ? Optional.of("it is a device or a pipe")
                : Optional.empty();
    }

    private static String name(TarArchiveEntry entry) {
        return entry.isDirectory() && !entry.getName().endsWith("/") ? entry.getName() + "/" : entry.getName();
    }

    @Override
    public void leave() throws IOException {
        tar.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
