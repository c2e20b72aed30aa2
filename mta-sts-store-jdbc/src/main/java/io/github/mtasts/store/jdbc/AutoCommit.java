package io.github.mtasts.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Auto-commit for a while; closing it gives the connection back its own way. */
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
