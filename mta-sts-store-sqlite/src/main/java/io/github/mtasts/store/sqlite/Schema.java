package io.github.mtasts.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Turns a file into a store, and recognises one. */
final class Schema {

    /** "MSTS", in the header of the file. */
    static final long APPLICATION_ID = 0x4D535453;

    static final long VERSION = 1;

    private Schema() {}

    /**
     * Locks the file until the connection is closed, and creates the schema if missing. The mark is written first, in one page:
     * a kill leaves an empty file or one that can be recognised.
     */
    static void lockAndLayOut(Connection connection) throws SQLException {
        Pragma.set(connection, "locking_mode = EXCLUSIVE");
        Pragma.set(connection, "synchronous = FULL");
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            if (Pragma.number(connection, "application_id") != APPLICATION_ID) {
                Pragma.set(connection, "application_id = " + APPLICATION_ID);
                Pragma.set(connection, "user_version = " + VERSION);
            }
            statement.execute("COMMIT");
            Pragma.set(connection, "journal_mode = WAL");
            statement.execute(PolicyTable.CREATE);
        }
    }
}
