package io.github.mtasts.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** How people set up their pools. */
enum PoolSettings {
    AUTO_COMMIT(true, Connection.TRANSACTION_READ_COMMITTED),
    MANUAL_COMMIT(false, Connection.TRANSACTION_READ_COMMITTED),
    REPEATABLE_READ(false, Connection.TRANSACTION_REPEATABLE_READ),
    SERIALIZABLE(true, Connection.TRANSACTION_SERIALIZABLE);

    private final boolean autoCommit;
    private final int isolation;

    PoolSettings(boolean autoCommit, int isolation) {
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    void apply(Connection connection) throws SQLException {
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(autoCommit);
    }

    boolean holdFor(Connection connection) throws SQLException {
        return connection.getAutoCommit() == autoCommit && connection.getTransactionIsolation() == isolation;
    }
}
