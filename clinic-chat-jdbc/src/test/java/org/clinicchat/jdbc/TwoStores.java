package org.clinicchat.jdbc;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;
import org.clinicchat.port.Transport;
import org.clinicchat.testkit.RecordingTransport;
import org.clinicchat.testkit.model.Composition;

/** Nodes that share a database and nothing else: each has a store of its own, with all that it keeps in memory. */
final class TwoStores implements Composition {

    private final Transport signals = new RecordingTransport();
    private final AtomicInteger nodes = new AtomicInteger();
    private final List<Storage> stores;

    private TwoStores(List<Storage> stores) {
        this.stores = stores;
    }

    /** Stores on this database. */
    static List<Storage> on(DataSource database) {
        JdbcSchema.migrate(database);
        return List.of(JdbcStore.of(database), JdbcStore.of(database));
    }

    static Composition of(List<Storage> stores) {
        return new TwoStores(stores);
    }

    @Override
    public ClinicChat.Builder node() {
        return ClinicChat.on(stores.get(nodes.getAndIncrement() % stores.size()))
                .transport(signals);
    }

    @Override
    public int nodes() {
        return 2;
    }
}
