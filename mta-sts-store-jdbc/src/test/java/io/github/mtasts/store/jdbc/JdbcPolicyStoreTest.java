package io.github.mtasts.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcPolicyStoreTest {

    private static final StoredPolicy POLICY = new StoredPolicy(
            new DomainName("example.org"), "1", Octets.of("version: STSv1"), Instant.parse("2026-11-23T12:00:00Z"));

    private final JdbcDataSource database = H2.newDatabase();

    @Test
    void aTableThatIsThereIsKept() {
        JdbcPolicyStore store = JdbcPolicyStore.using(database);
        store.createTable();
        store.put(POLICY);

        store.createTable();

        assertThat(store.find(POLICY.domain())).contains(POLICY);
    }

    @Test
    void theTableIsMadeAsThePageOnStoresHasIt() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "stores.md"))).contains(PolicyTable.CREATE);
    }

    @Test
    void aMissingTableIsNamedAndItsDatabase() {
        JdbcPolicyStore store = JdbcPolicyStore.using(database);

        assertThatThrownBy(() -> store.find(POLICY.domain()))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageStartingWith(database.getURL().split(";", 2)[0] + " cannot be used: ")
                .hasMessageContaining("MTA_STS_POLICY");
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatFailedIsGivenBackAsItCame(PoolSettings settings) throws SQLException {
        try (StrictPool pool = new StrictPool(settings, database)) {
            JdbcPolicyStore store = JdbcPolicyStore.using(pool.dataSource());
            assertThatThrownBy(() -> store.put(POLICY)).isInstanceOf(PolicyStoreException.class);

            store.createTable();
            store.put(POLICY);

            assertThat(store.find(POLICY.domain())).contains(POLICY);
        }
    }

    @Test
    void aRowByAnotherHandThatIsNotAPolicyIsAnError() throws SQLException {
        JdbcPolicyStore store = JdbcPolicyStore.using(database);
        store.createTable();
        try (Connection connection = database.getConnection();
                Statement insert = connection.createStatement()) {
            insert.execute("INSERT INTO mta_sts_policy VALUES ('Not a domain', '1', X'00', 0)");
        }

        assertThatThrownBy(() -> store.forEach(policy -> {}))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageContaining("the row of domain \"Not a domain\" is not a policy: ");
    }

    @Test
    void conflictsWithoutAnEndAreAnError() {
        AtomicInteger attempts = new AtomicInteger();
        DataSource deadlocked = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    attempts.incrementAndGet();
                    throw new SQLException("deadlock", "40001");
                });
        JdbcPolicyStore store = JdbcPolicyStore.using(deadlocked);

        assertThatThrownBy(() -> store.put(POLICY))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessage("The policy database cannot be used: deadlock");
        assertThat(attempts).hasValue(20);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org:5432/mail?user=u&password=secret, jdbc:postgresql://db.example.org:5432/mail",
        "jdbc:mariadb://u:secret@db.example.org/mail, jdbc:mariadb://db.example.org/mail",
        "jdbc:h2:mem:mail;USER=u;PASSWORD=secret, jdbc:h2:mem:mail",
        "jdbc:h2:/var/lib/mail@home, jdbc:h2:/var/lib/mail@home"
    })
    void errorsNameTheDatabaseWithoutItsSecrets(String url, String name) {
        assertThat(Database.withoutSecrets(url)).isEqualTo(name);
    }
}
