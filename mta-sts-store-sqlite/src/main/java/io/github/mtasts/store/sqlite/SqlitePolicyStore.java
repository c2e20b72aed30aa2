package io.github.mtasts.store.sqlite;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Policies in one SQLite file, for one process at a time. A policy is on disk when {@code put} returns: neither a kill nor a
 * power cut loses it, and the next start needs no repair.
 *
 * <p>While the store is open, its log is beside the file, under the same name with {@code -wal} appended. After a kill the log
 * stays, and belongs to the file.
 *
 * <pre>{@code
 * var dns = DnsjavaResolver.system();
 * try (SqlitePolicyStore store = SqlitePolicyStore.open(folder.resolve("policies.db"));
 *         MtaStsSender sender = MtaStsSender.builder()
 *                 .resolver(dns)
 *                 .policyFetcher(OkHttpPolicyFetcher.using(dns))
 *                 .store(store)
 *                 .build()) {
 *     sender.policyFor("example.org").join();
 * }
 * }</pre>
 */
public final class SqlitePolicyStore implements PolicyStore, AutoCloseable {

    private static final int PAGE = 256;

    private final StoreFile file;
    private final Connection connection;

    private SqlitePolicyStore(StoreFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a store; creates it if the file is missing or empty. A new file is readable by its owner only. Everything stored is
     * read once to detect damage.
     *
     * @param file holds the policies; its folder must exist and be writable
     * @return the store, to be closed by the caller
     * @throws PolicyStoreException if the file is not such a store, was written by a newer release, is damaged, read-only, or
     *     already open, here or in another process; the file is left untouched
     */
    public static SqlitePolicyStore open(Path file) {
        StoreFile place = StoreFile.at(file);
        try {
            if (!place.isEmpty()) {
                StoreCheck.of(place);
            }
            return new SqlitePolicyStore(place, locked(place));
        } catch (SQLException failed) {
            throw place.failure(failed);
        }
    }

    private static Connection locked(StoreFile place) throws SQLException {
        Connection connection = place.connect("");
        try {
            Schema.lockAndLayOut(connection);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public Optional<StoredPolicy> find(DomainName domain) {
        return ask(() -> PolicyTable.find(connection, domain));
    }

    @Override
    public void forEach(Consumer<? super StoredPolicy> sink) {
        String last = "";
        List<StoredPolicy> page;
        do {
            String after = last;
            page = ask(() -> PolicyTable.page(connection, after, PAGE));
            for (StoredPolicy policy : page) {
                sink.accept(policy);
                last = policy.domain().text();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void put(StoredPolicy policy) {
        tell(() -> PolicyTable.put(connection, policy));
    }

    @Override
    public void remove(StoredPolicy policy) {
        tell(() -> PolicyTable.remove(connection, policy));
    }

    /** Closes the file; later calls to the other methods throw {@link PolicyStoreException}. */
    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw file.failure(failed);
        }
    }

    /** One at a time: there is one connection, which runs one statement at a time. */
    private synchronized <T> T ask(Question<T> question) {
        try {
            if (connection.isClosed()) {
                throw new PolicyStoreException(file + " was closed");
            }
            return question.ask();
        } catch (SQLException failed) {
            throw file.failure(failed);
        }
    }

    private void tell(Command command) {
        ask(() -> {
            command.run();
            return true;
        });
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    @FunctionalInterface
    private interface Command {
        void run() throws SQLException;
    }
}
