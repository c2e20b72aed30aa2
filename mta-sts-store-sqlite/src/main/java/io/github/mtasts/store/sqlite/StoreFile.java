package io.github.mtasts.store.sqlite;

import io.github.mtasts.sender.PolicyStoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file as the file system has it: there or made, its log beside it, and what is said when it fails. */
final class StoreFile {

    /** The bits of a result code that are the same in all its extended forms. */
    private static final int PRIMARY = 0xFF;

    private final Path path;

    private StoreFile(Path path) {
        this.path = path;
    }

    /** The file at this place, made where there is none; it can be written, and its folder too. */
    static StoreFile at(Path place) {
        StoreFile wanted = new StoreFile(place.toAbsolutePath());
        try {
            if (Files.notExists(wanted.path)) {
                wanted.demandNoLog();
                wanted.create();
            }
            StoreFile file = new StoreFile(wanted.path.toRealPath());
            file.demandWritable();
            return file;
        } catch (NoSuchFileException missing) {
            throw new PolicyStoreException(
                    wanted + " cannot be made: its folder does not exist, or it is a link to nothing", missing);
        } catch (IOException failed) {
            throw wanted.failure(failed);
        }
    }

    private void create() throws IOException {
        FileAttribute<?>[] ownerOnly =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(path, ownerOnly);
        } catch (FileAlreadyExistsException meanwhile) {
            // Two processes start at once: the lock decides between them.
        }
    }

    private void demandWritable() {
        if (!Files.isRegularFile(path)) {
            throw new PolicyStoreException(this + " is no regular file");
        }
        if (!Files.isWritable(path)) {
            throw new PolicyStoreException(this + " is read-only");
        }
        if (!Files.isWritable(path.resolveSibling("."))) {
            throw new PolicyStoreException(
                    this + " stands in a read-only folder, and its log must be written beside it");
        }
    }

    /** An empty file is a store that was never used, unless a log is there: SQLite would throw that away. */
    boolean isEmpty() {
        try {
            boolean empty = Files.size(path) == 0;
            if (empty) {
                demandNoLog();
            }
            return empty;
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private void demandNoLog() {
        if (hasLog()) {
            throw new PolicyStoreException(this + " is missing or empty, but not its log " + beside("-wal"));
        }
    }

    /** Whether the last process was killed, or is there yet. */
    boolean hasLog() {
        return Files.exists(beside("-wal"));
    }

    /** SQLite's index of the log, where several processes read it. */
    Path logIndex() {
        return beside("-shm");
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /**
     * Opens the file in SQLite, which waits for no lock.
     *
     * @param query of a file URL, as SQLite knows it
     */
    Connection connect(String query) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        return config.createConnection("jdbc:sqlite:" + path.toUri() + query);
    }

    PolicyStoreException damaged(String finding) {
        return new PolicyStoreException(this + damage(finding));
    }

    private static String damage(String finding) {
        return " is damaged: " + finding + ". Put a backup in its place; or remove it with its -wal, to begin anew";
    }

    PolicyStoreException failure(IOException cause) {
        return new PolicyStoreException(this + " cannot be used: " + cause, cause);
    }

    PolicyStoreException failure(SQLException cause) {
        return new PolicyStoreException(this + reason(cause), cause);
    }

    private static String reason(SQLException failed) {
        if (!(failed instanceof SQLiteException ofSqlite)) {
            return " cannot be used: " + failed.getMessage();
        }
        return switch (SQLiteErrorCode.getErrorCode(ofSqlite.getResultCode().code & PRIMARY)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> " is open already, in this process or another";
            case SQLITE_READONLY -> " is read-only";
            case SQLITE_CORRUPT -> damage(String.valueOf(failed.getMessage()));
            case SQLITE_FULL -> " cannot grow: the disk is full";
            case SQLITE_NOTADB -> " is no SQLite database";
            default -> " cannot be used: " + failed.getMessage();
        };
    }

    /** The path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
