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

/** The file on disk: present or created, its log beside it, and the messages when it fails. */
final class StoreFile {

    /** The bits of a result code that are the same in all its extended forms. */
    private static final int PRIMARY = 0xFF;

    private final Path path;

    private StoreFile(Path path) {
        this.path = path;
    }

    /** The file at this path, created if missing; it and its folder are writable. */
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
                    wanted + " cannot be created: its folder does not exist, or it is a dangling link", missing);
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
            // Another process created it: the lock decides between the two.
        }
    }

    private void demandWritable() {
        if (!Files.isRegularFile(path)) {
            throw new PolicyStoreException(this + " is not a regular file");
        }
        if (!Files.isWritable(path)) {
            throw new PolicyStoreException(this + " is read-only");
        }
        if (!Files.isWritable(path.resolveSibling("."))) {
            throw new PolicyStoreException(this + " is in a read-only folder, but its log must be written beside it");
        }
    }

    /** An empty file is a store that was never used, unless there is a log, which SQLite would discard. */
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
            throw new PolicyStoreException(this + " is missing or empty, but its log is not: " + beside("-wal"));
        }
    }

    /** Whether the last process was killed, or is still running. */
    boolean hasLog() {
        return Files.exists(beside("-wal"));
    }

    /** SQLite's index of the log, for several processes that read it. */
    Path logIndex() {
        return beside("-shm");
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /**
     * Opens the file in SQLite without waiting for locks.
     *
     * @param query of a file URL, as SQLite knows it
     */
    Connection connect(String query) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        return config.createConnection("jdbc:sqlite:" + path.toUri() + query);
    }

    PolicyStoreException damaged(String what) {
        return new PolicyStoreException(this + damage(what));
    }

    private static String damage(String what) {
        return " is damaged: " + what + ". Restore a backup, or remove the file and its -wal to start over";
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
            case SQLITE_BUSY, SQLITE_LOCKED -> " is already open, in this process or another";
            case SQLITE_READONLY -> " is read-only";
            case SQLITE_CORRUPT -> damage(String.valueOf(failed.getMessage()));
            case SQLITE_FULL -> " cannot grow: the disk is full";
            case SQLITE_NOTADB -> " is not an SQLite database";
            default -> " cannot be used: " + failed.getMessage();
        };
    }

    /** The path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
