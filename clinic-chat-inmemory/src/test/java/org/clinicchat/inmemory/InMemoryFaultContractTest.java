package org.clinicchat.inmemory;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.FaultContract;

/** The chat over the storage in memory survives a fault at any call. */
class InMemoryFaultContractTest implements FaultContract {

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
