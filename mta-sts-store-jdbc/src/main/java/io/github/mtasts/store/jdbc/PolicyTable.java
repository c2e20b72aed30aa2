package io.github.mtasts.store.jdbc;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table and its statements: one set for every database, each committed on its own. */
final class PolicyTable {

    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS mta_sts_policy (
                domain      VARCHAR(253) NOT NULL PRIMARY KEY,
                record_id   VARCHAR(32)  NOT NULL,
                policy_text BYTEA        NOT NULL,
                fetched_at  BIGINT       NOT NULL
            )""";

    private static final String ALL = "SELECT domain, record_id, policy_text, fetched_at FROM mta_sts_policy";

    private static final String FIND = ALL + " WHERE domain = ?";

    private static final String PAGE = ALL + " WHERE domain > ? ORDER BY domain LIMIT ?";

    private static final String INSERT =
            "INSERT INTO mta_sts_policy (record_id, policy_text, fetched_at, domain) VALUES (?, ?, ?, ?)";

    private static final String UPDATE = """
            UPDATE mta_sts_policy SET record_id = ?, policy_text = ?, fetched_at = ?
            WHERE domain = ? AND (fetched_at <= ? OR fetched_at > ?)""";

    private static final String REMOVE =
            "DELETE FROM mta_sts_policy WHERE record_id = ? AND policy_text = ? AND fetched_at = ? AND domain = ?";

    private static final String SERIALIZATION_FAILURE = "40001";

    private PolicyTable() {}

    static void create(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute(CREATE);
        }
    }

    static Optional<StoredPolicy> find(Connection connection, DomainName domain) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, domain.text());
            return read(find).stream().findFirst();
        }
    }

    /** At most this many policies, ordered by domain, starting after this one. */
    static List<StoredPolicy> page(Connection connection, String after, int size) throws SQLException {
        try (PreparedStatement page = connection.prepareStatement(PAGE)) {
            page.setString(1, after);
            page.setInt(2, size);
            return read(page);
        }
    }

    /**
     * Stores a policy unless a later one is there.
     *
     * @throws SQLException of class 23 or 40 if another sender came between two statements: store it again
     */
    static void put(Connection connection, StoredPolicy policy) throws SQLException {
        if (update(connection, policy)) {
            return;
        }
        Optional<StoredPolicy> kept = find(connection, policy.domain());
        if (kept.isEmpty()) {
            insert(connection, policy);
        } else if (policy.replaces(kept.get())) {
            throw new SQLTransactionRollbackException("an older policy was stored meanwhile", SERIALIZATION_FAILURE);
        }
    }

    private static boolean update(Connection connection, StoredPolicy policy) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            bind(update, policy);
            update.setLong(5, policy.fetchedAt().toEpochMilli());
            update.setLong(
                    6, policy.fetchedAt().plus(PolicyStore.FURTHEST_CLOCK).toEpochMilli());
            return update.executeUpdate() > 0;
        }
    }

    private static void insert(Connection connection, StoredPolicy policy) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, policy);
            insert.executeUpdate();
        }
    }

    static void remove(Connection connection, StoredPolicy policy) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            bind(remove, policy);
            remove.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, StoredPolicy policy) throws SQLException {
        statement.setString(1, policy.recordId());
        statement.setBytes(2, policy.text().bytes());
        statement.setLong(3, policy.fetchedAt().toEpochMilli());
        statement.setString(4, policy.domain().text());
    }

    private static List<StoredPolicy> read(PreparedStatement query) throws SQLException {
        List<StoredPolicy> policies = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                policies.add(policy(rows));
            }
        }
        return policies;
    }

    private static StoredPolicy policy(ResultSet row) throws SQLException {
        String domain = row.getString(1);
        try {
            return new StoredPolicy(
                    new DomainName(domain),
                    row.getString(2),
                    Octets.of(row.getBytes(3)),
                    Instant.ofEpochMilli(row.getLong(4)));
        } catch (IllegalArgumentException byAnotherHand) {
            String place = "the row of domain " + RemoteText.quote(domain);
            throw new SQLDataException(place + " is not a policy: " + byAnotherHand.getMessage(), byAnotherHand);
        }
    }
}
