package io.github.mtasts.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Turns auto-commit on; closing this restores the connection's setting. */
record AutoCommit(Connection connection, boolean before) implements AutoCloseable {

    static AutoCommit on(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        if (!before) {
            connection.setAutoCommit(true);
        }
        return new AutoCommit(connection, before);
    }

    @Override
    public void close() throws SQLException {
        if (!before) {
            connection.setAutoCommit(false);
        }
    }
}
