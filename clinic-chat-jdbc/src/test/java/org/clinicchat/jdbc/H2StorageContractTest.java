package org.clinicchat.jdbc;

import java.util.List;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;

/** The storage on H2 keeps what every storage promises. */
class H2StorageContractTest implements StorageContract {

    @Override
    public Storage storage() {
        return Stores.ON.get(0);
    }

    @Override
    public Storage otherNode() {
        return Stores.ON.get(1);
    }

    /** Opened when they are first asked for, and shared: every test has clinics of its own. */
    private static final class Stores {
        private static final List<Storage> ON = TwoStores.on(Servers.fresh(Dialect.H2));
    }
}
