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
 * Policies in the table {@code mta_sts_policy} of a database, for any number of senders: of two policies of a domain, the one
 * that was fetched later stays, whichever sender stored it.
 *
 * <p>Each call takes a connection and returns it unchanged; none is held while a sink works, so a pool of one is enough. Every
 * statement is committed at once, so connections must not be part of a transaction of the caller.
 *
 * <pre>{@code
 * var dns = DnsjavaResolver.system();
 * try (MtaStsSender sender = MtaStsSender.builder()
 *         .resolver(dns)
 *         .policyFetcher(OkHttpPolicyFetcher.using(dns))
 *         .store(JdbcPolicyStore.using(dataSource))
 *         .build()) {
 *     sender.policyFor("example.org").join();
 * }
 * }</pre>
 */
public final class JdbcPolicyStore implements PolicyStore {

    private static final int PAGE = 256;

    private final Database database;

    private JdbcPolicyStore(Database database) {
        this.database = database;
    }

    /**
     * A store in a database that has the table, or gets it from {@link #createTable}. Does not connect yet.
     *
     * @param dataSource gives connections, preferably from a pool; not closed by the store
     * @return the store
     */
    public static JdbcPolicyStore using(DataSource dataSource) {
        return new JdbcPolicyStore(new Database(Objects.requireNonNull(dataSource, "dataSource")));
    }

    /**
     * Creates the table if missing, in the dialect of PostgreSQL and H2. For another database, or a user who may not create
     * tables, create it by hand.
     *
     * @throws PolicyStoreException if the database refuses
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
