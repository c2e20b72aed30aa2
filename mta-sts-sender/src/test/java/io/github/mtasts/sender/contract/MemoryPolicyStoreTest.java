package io.github.mtasts.sender.contract;

import io.github.mtasts.sender.PolicyStore;

class MemoryPolicyStoreTest extends PolicyStoreContract {

    @Override
    protected PolicyStore emptyStore() {
        return PolicyStore.inMemory();
    }
}
