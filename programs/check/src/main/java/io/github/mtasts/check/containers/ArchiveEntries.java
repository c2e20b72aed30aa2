package io.github.mtasts.check.containers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The entries of an archive from strangers, one after the other, as they stand in a stream. */
interface ArchiveEntries extends AutoCloseable {

    /**
     * An entry.
     *
     * @param name ends in a slash if it is a folder
     * @param unreadable why its content cannot be read, in a clause that begins with "it"; empty where it can
     * @param content fails where it is damaged or cut off
     */
    record Entry(String name, Optional<String> unreadable, InputStream content) {

        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    /** Goes to the next entry; empty at the archive's end. Fails where the archive ends without saying so. */
    Optional<Entry> next() throws IOException;

    /** Goes behind the entry, whatever was read of it. Fails where nobody can say where that is. */
    void leave() throws IOException;

    @Override
    void close() throws IOException;
}
