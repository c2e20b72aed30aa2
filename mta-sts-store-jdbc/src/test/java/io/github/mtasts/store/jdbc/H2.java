package io.github.mtasts.store.jdbc;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory. */
final class H2 {

    private H2() {}

    /** A database of its own, which lasts as long as the process. */
    static JdbcDataSource newDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
