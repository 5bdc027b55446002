package org.clinicchat.inmemory;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.FaultContract;

/** The chat over the storage in memory survives a fault at any call. */
class InMemoryFaultContractTest implements FaultContract {

    @Override
    public Storage storage() {
        return InMemoryStorage.create();
    }
}
