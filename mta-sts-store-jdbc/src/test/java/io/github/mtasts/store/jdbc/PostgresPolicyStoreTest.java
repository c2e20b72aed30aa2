package io.github.mtasts.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(120)
@ExtendWith(PostgresExtension.class)
class PostgresPolicyStoreTest {

    private static final DomainName DOMAIN = new DomainName("example.org");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int SENDERS = 8;

    private final PGSimpleDataSource database;

    PostgresPolicyStoreTest(PostgresServer server) throws Exception {
        database = server.newSchema();
    }

    @Test
    void sendersThatStartAtOnceMakeOneTable() throws Exception {
        atOnce(sender -> {
            sender.createTable();
            sender.put(policy(1));
        });

        assertThat(JdbcPolicyStore.using(database).find(DOMAIN)).contains(policy(1));
    }

    @Test
    void ofAllSendersTheLatestFetchStays() throws Exception {
        JdbcPolicyStore.using(database).createTable();
        List<Integer> fetches = IntStream.range(0, 50).boxed().toList();

        atOnce(sender -> fetches.forEach(fetch -> sender.put(policy(fetch))));

        assertThat(JdbcPolicyStore.using(database).find(DOMAIN)).contains(policy(49));
    }

    @Test
    void sendersThatPutAndRemoveTheSamePolicyDoNotFail() throws Exception {
        JdbcPolicyStore.using(database).createTable();

        atOnce(sender -> {
            for (int time = 0; time < 25; time++) {
                sender.put(policy(1));
                sender.remove(policy(1));
            }
        });

        assertThat(JdbcPolicyStore.using(database).find(DOMAIN)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNamed() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setServerNames(new String[] {"127.0.0.1"});
        away.setPortNumbers(new int[] {1});
        JdbcPolicyStore store = JdbcPolicyStore.using(away);

        assertThatThrownBy(() -> store.put(policy(1)))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageStartingWith("The policy database cannot be used: ")
                .hasMessageContaining("127.0.0.1:1");
    }

    private interface Sender {
        void uses(JdbcPolicyStore store);
    }

    private void atOnce(Sender sender) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Object>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(Executors.callable(() -> sender.uses(JdbcPolicyStore.using(database))));
            }
            for (Future<?> done : threads.invokeAll(senders)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static StoredPolicy policy(int fetch) {
        return new StoredPolicy(DOMAIN, "id" + fetch, Octets.of("version: STSv1"), NOON.plusMillis(fetch));
    }
}
