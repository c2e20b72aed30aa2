package io.github.mtasts.store.jdbc;

import io.github.mtasts.sender.PolicyStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The caller's database: one connection per call, retries after conflicts, and errors that name it. */
final class Database {

    /** More conflicts in a row than other senders can cause. */
    private static final int ATTEMPTS = 20;

    private final DataSource dataSource;
    private volatile String name = "The policy database";

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    interface Command {
        void run(Connection connection) throws SQLException;
    }

    void tell(Command command) {
        ask(connection -> {
            command.run(connection);
            return true;
        });
    }

    <T> T ask(Question<T> question) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection();
                    AutoCommit on = AutoCommit.on(connection)) {
                name = nameOf(connection);
                return question.ask(on.connection());
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || !isConflict(failed)) {
                    throw new PolicyStoreException(name + " cannot be used: " + failed.getMessage(), failed);
                }
            }
        }
    }

    /**
     * SQLSTATE class 23: a row with this key was inserted meanwhile. Class 40: the database preferred another transaction. 42710
     * and 42P07: another connection to PostgreSQL created the table, too late for IF NOT EXISTS to see it.
     */
    private static boolean isConflict(SQLException failed) {
        String state = failed.getSQLState();
        return state != null
                && (state.startsWith("23") || state.startsWith("40") || state.equals("42710") || state.equals("42P07"));
    }

    private String nameOf(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return url == null ? name : withoutSecrets(url);
    }

    /** A JDBC URL without user, password and properties. */
    static String withoutSecrets(String url) {
        String place = url.split("[?;]", 2)[0];
        int authority = place.indexOf("//") + 2;
        int user = place.indexOf('@', authority);
        return authority < 2 || user < 0 ? place : place.substring(0, authority) + place.substring(user + 1);
    }
}
