/** The sender's policies in one crash-safe file, by way of SQLite. */
module io.github.mtasts.store.sqlite {
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires transitive io.github.mtasts.sender;
    requires static org.jspecify;

    exports io.github.mtasts.store.sqlite;
}
