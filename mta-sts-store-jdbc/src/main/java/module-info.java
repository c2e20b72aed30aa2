/** The policies of several senders in one database. */
module io.github.mtasts.store.jdbc {
    requires transitive io.github.mtasts.sender;
    requires transitive java.sql;
    requires static org.jspecify;

    exports io.github.mtasts.store.jdbc;
}
