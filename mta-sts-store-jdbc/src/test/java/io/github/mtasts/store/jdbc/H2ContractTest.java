package io.github.mtasts.store.jdbc;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.contract.PolicyStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class H2ContractTest extends PolicyStoreContract {

    private final StrictPool pool;

    H2ContractTest(PoolSettings settings) {
        pool = new StrictPool(settings, H2.newDatabase());
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
