package org.clinicchat.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.Breakdown;
import org.clinicchat.testkit.contract.FaultContract;

/** The chat over H2 survives a connection that breaks at any statement and at any commit. */
class H2FaultContractTest implements FaultContract {

    @Override
    public Storage storage() {
        return Stores.ON.get(0);
    }

    @Override
    public Storage otherNode() {
        return Stores.ON.get(1);
    }

    @Override
    public List<Breakdown> breakdowns(Storage storage) {
        return Stores.BREAKDOWNS;
    }

    /** Opened when they are first asked for, and shared: every test has clinics of its own. */
    private static final class Stores {
        private static final HikariDataSource DATABASE = Servers.fresh(Dialect.H2);
        private static final List<Storage> ON = TwoStores.on(DATABASE);
        private static final List<Breakdown> BREAKDOWNS = BrokenConnections.on(DATABASE);
    }
}
