package io.github.mtasts.store.sqlite;

import io.github.mtasts.sender.PolicyStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;

/** Checks that the file is a store and undamaged. Nothing in it can change meanwhile, so a rejected file is left untouched. */
final class StoreCheck {

    private final StoreFile file;

    private StoreCheck(StoreFile file) {
        this.file = file;
    }

    static void of(StoreFile file) throws SQLException {
        StoreCheck check = new StoreCheck(file);
        check.isOurs();
        check.isSound();
    }

    /** SQLite reads an immutable file without locks, and writes nothing beside it. */
    private void isOurs() throws SQLException {
        try (Connection header = file.connect("?immutable=1")) {
            if (Pragma.number(header, "application_id") != Schema.APPLICATION_ID) {
                throw new PolicyStoreException(file + " is not a policy store but a file of another program");
            }
        }
    }

    /** After a kill the log belongs to the file, and SQLite creates an index to read it. */
    private void isSound() throws SQLException {
        boolean makesIndex = file.hasLog() && Files.notExists(file.logIndex());
        try (Connection contents = file.connect(file.hasLog() ? "?mode=ro" : "?immutable=1")) {
            demandKnownVersion(contents);
            demandNoDamage(contents);
        } finally {
            if (makesIndex) {
                removeIndex();
            }
        }
    }

    private void demandKnownVersion(Connection contents) throws SQLException {
        long version = Pragma.number(contents, "user_version");
        if (version > Schema.VERSION) {
            throw new PolicyStoreException(file + " was written by a newer release: its schema is version " + version
                    + ", the newest supported here is " + Schema.VERSION);
        }
    }

    private void demandNoDamage(Connection contents) throws SQLException {
        String found = Pragma.text(contents, "quick_check(1)");
        if (!found.equals("ok")) {
            String problem = found.replace("*** in database main ***", "").strip();
            throw file.damaged(problem.isEmpty() ? "its pages are inconsistent" : problem);
        }
        if (Pragma.number(contents, "page_count") > 1) {
            PolicyTable.verify(contents);
        }
    }

    private void removeIndex() {
        try {
            Files.deleteIfExists(file.logIndex());
        } catch (IOException failed) {
            throw file.failure(failed);
        }
    }
}
