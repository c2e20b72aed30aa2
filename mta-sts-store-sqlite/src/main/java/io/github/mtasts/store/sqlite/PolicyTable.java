package io.github.mtasts.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The table and its statements. Each row has a checksum, because SQLite detects only damage to its own structure. */
final class PolicyTable {

    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS policy (
                domain     TEXT    NOT NULL PRIMARY KEY,
                record_id  TEXT    NOT NULL,
                text       BLOB    NOT NULL,
                fetched_at INTEGER NOT NULL,
                checksum   INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID""";

    private static final String ALL = "SELECT domain, record_id, text, fetched_at, checksum FROM policy";

    private static final String FIND = ALL + " WHERE domain = ?";

    private static final String PAGE = ALL + " WHERE domain > ? ORDER BY domain LIMIT ?";

    private static final String PUT = """
            INSERT INTO policy (domain, record_id, text, fetched_at, checksum) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (domain) DO UPDATE SET
                record_id = excluded.record_id,
                text = excluded.text,
                fetched_at = excluded.fetched_at,
                checksum = excluded.checksum
            WHERE excluded.fetched_at >= policy.fetched_at OR policy.fetched_at > ?""";

    private static final String REMOVE =
            "DELETE FROM policy WHERE domain = ? AND record_id = ? AND text = ? AND fetched_at = ?";

    private PolicyTable() {}

    /** Reads every row, and throws at the first that fails its checksum. */
    static void verify(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                policy(rows);
            }
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

    static void put(Connection connection, StoredPolicy policy) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            bind(put, policy);
            put.setLong(5, checksum(policy));
            put.setLong(6, policy.fetchedAt().plus(PolicyStore.FURTHEST_CLOCK).toEpochMilli());
            put.executeUpdate();
        }
    }

    static void remove(Connection connection, StoredPolicy policy) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            bind(remove, policy);
            remove.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, StoredPolicy policy) throws SQLException {
        statement.setString(1, policy.domain().text());
        statement.setString(2, policy.recordId());
        statement.setBytes(3, policy.text().bytes());
        statement.setLong(4, policy.fetchedAt().toEpochMilli());
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
        StoredPolicy policy;
        try {
            policy = new StoredPolicy(
                    new DomainName(row.getString(1)),
                    row.getString(2),
                    Octets.of(row.getBytes(3)),
                    Instant.ofEpochMilli(row.getLong(4)));
        } catch (IllegalArgumentException noPolicy) {
            throw damaged();
        }
        if (checksum(policy) != row.getLong(5)) {
            throw damaged();
        }
        return policy;
    }

    private static SQLException damaged() {
        return new SQLiteException("a policy does not match its checksum", SQLiteErrorCode.SQLITE_CORRUPT);
    }

    private static long checksum(StoredPolicy policy) {
        CRC32C crc = new CRC32C();
        crc.update((policy.domain() + "\n" + policy.recordId() + "\n"
                        + policy.fetchedAt().toEpochMilli() + "\n")
                .getBytes(US_ASCII));
        crc.update(policy.text().bytes());
        return crc.getValue();
    }
}
