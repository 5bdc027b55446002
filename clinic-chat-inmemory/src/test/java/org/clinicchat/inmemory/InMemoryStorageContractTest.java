package org.clinicchat.inmemory;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;

/** The storage in memory keeps what every storage promises. */
class InMemoryStorageContractTest implements StorageContract {

    @Override
    public Storage storage() {
        return InMemoryStorage.create();
    }
}
