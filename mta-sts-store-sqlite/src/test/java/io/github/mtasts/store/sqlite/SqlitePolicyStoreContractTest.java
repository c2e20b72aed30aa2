package io.github.mtasts.store.sqlite;

import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.contract.PolicyStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePolicyStoreContractTest extends PolicyStoreContract {

    @TempDir
    Path folder;

    @Override
    protected PolicyStore emptyStore() {
        return SqlitePolicyStore.open(folder.resolve("policies.db"));
    }
}
