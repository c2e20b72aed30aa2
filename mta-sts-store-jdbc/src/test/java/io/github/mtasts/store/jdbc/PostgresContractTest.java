package io.github.mtasts.store.jdbc;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.contract.PolicyStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@EnumSource
class PostgresContractTest extends PolicyStoreContract {

    private final StrictPool pool;

    PostgresContractTest(PoolSettings settings, PostgresServer server) throws SQLException {
        pool = new StrictPool(settings, server.newSchema());
    }

    @Override
    protected PolicyStore emptyStore() {
        JdbcPolicyStore store = JdbcPolicyStore.using(pool.dataSource());
        store.createTable();
        return store;
    }

    @AfterEach
    void closePool() throws SQLException {
        pool.close();
    }
}
