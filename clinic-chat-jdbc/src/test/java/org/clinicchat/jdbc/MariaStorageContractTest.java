package org.clinicchat.jdbc;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;

/** The storage on MariaDB keeps what every storage promises. */
class MariaStorageContractTest implements StorageContract {

    @Override
    public Storage storage() {
        return Store.ON;
    }

    /** Opened when it is first asked for, and shared: every test has clinics of its own. */
    private static final class Store {
        private static final Storage ON =
                JdbcStore.on(Servers.fresh(Dialect.MARIADB)).migrate().open();
    }
}
