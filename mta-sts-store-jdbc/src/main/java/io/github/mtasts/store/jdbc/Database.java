package io.github.mtasts.store.jdbc;

import io.github.mtasts.sender.PolicyStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The caller's database: a connection for each question, asked again after a conflict, and an error that names it. */
final class Database {

    /** More conflicts than this in a row are not the doing of other senders. */
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
     * SQLSTATE class 23: a row of this key was inserted meanwhile. Class 40: the database chose another's transaction. 42710
     * and 42P07: PostgreSQL made the table for another, and IF NOT EXISTS came too early to see it.
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
