package org.clinicchat.jdbc;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;

/** The storage on H2 keeps what every storage promises. */
class H2StorageContractTest implements StorageContract {

    @Override
    public Storage storage() {
        return Store.ON;
    }

    /** Opened when it is first asked for, and shared: every test has clinics of its own. */
    private static final class Store {
        private static final Storage ON =
                JdbcStore.on(Servers.fresh(Dialect.H2)).migrate().open();
    }
}
