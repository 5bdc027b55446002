package org.clinicchat.inmemory;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;

/** The storage in memory keeps what every storage promises. One storage is shared, as tests share a database. */
class InMemoryStorageContractTest implements StorageContract {

    private static final Storage SHARED = InMemoryStorage.create();

    @Override
    public Storage storage() {
        return SHARED;
    }

    @Override
    public Storage otherNode() {
        return SHARED;
    }
}
