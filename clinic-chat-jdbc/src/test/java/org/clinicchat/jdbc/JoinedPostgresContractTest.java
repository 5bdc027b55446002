package org.clinicchat.jdbc;

import javax.sql.DataSource;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.CommitContract;
import org.clinicchat.testkit.contract.DuplicateContract;
import org.clinicchat.testkit.contract.MarkingContract;
import org.clinicchat.testkit.contract.RevocationContract;
import org.clinicchat.testkit.contract.StoredChangesContract;

/** Inside transactions of a host's on PostgreSQL, commands and marks keep what every storage promises. */
class JoinedPostgresContractTest
        implements CommitContract, DuplicateContract, StoredChangesContract, MarkingContract, RevocationContract {

    @Override
    public Storage storage() {
        return Stores.JOINED;
    }

    /** The chat's own transactions, beside those of the host. */
    @Override
    public Storage otherNode() {
        return Stores.OWN;
    }

    /** Opened when they are first asked for, and shared: every test has clinics of its own. */
    private static final class Stores {
        private static final DataSource DATABASE = Servers.fresh(Dialect.POSTGRESQL);
        private static final JdbcStore OWN = JdbcStore.on(DATABASE).migrate().open();
        private static final Storage JOINED = new EachCallJoined(OWN, DATABASE);
    }
}
