package io.github.mtasts.store.jdbc;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Policies in the table {@code mta_sts_policy} of a database, for as many senders as like: of two policies of a domain the one
 * that was fetched later stays, whoever puts it.
 *
 * <p>Each call takes a connection and gives it back as it came; none is held while a sink works, so a pool of one is enough.
 * Every statement is committed at once: a connection must not be in a transaction of the caller's.
 */
public final class JdbcPolicyStore implements PolicyStore {

    private static final int PAGE = 256;

    private final Database database;

    private JdbcPolicyStore(Database database) {
        this.database = database;
    }

    /**
     * A store in a database whose table is there, or is made with {@link #createTable}. No connection is made yet.
     *
     * @param dataSource gives connections, at best out of a pool; whoever made it closes it
     * @return the store
     */
    public static JdbcPolicyStore using(DataSource dataSource) {
        return new JdbcPolicyStore(new Database(Objects.requireNonNull(dataSource, "dataSource")));
    }

    /**
     * Makes the table unless it is there, as PostgreSQL and H2 know it. For another database, or a user who may not make tables,
     * it is made by hand.
     *
     * @throws PolicyStoreException when the database refuses
     */
    public void createTable() {
        database.tell(PolicyTable::create);
    }

    @Override
    public Optional<StoredPolicy> find(DomainName domain) {
        return database.ask(connection -> PolicyTable.find(connection, domain));
    }

    @Override
    public void forEach(Consumer<? super StoredPolicy> sink) {
        String last = "";
        List<StoredPolicy> page;
        do {
            String after = last;
            page = database.ask(connection -> PolicyTable.page(connection, after, PAGE));
            for (StoredPolicy policy : page) {
                sink.accept(policy);
                last = policy.domain().text();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void put(StoredPolicy policy) {
        database.tell(connection -> PolicyTable.put(connection, policy));
    }

    @Override
    public void remove(StoredPolicy policy) {
        database.tell(connection -> PolicyTable.remove(connection, policy));
    }
}
