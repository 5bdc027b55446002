package org.clinicchat.jdbc;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.SameHistory;

/** The same random histories in memory, on H2, on PostgreSQL and on MariaDB, there on two nodes each: every answer is alike. */
class DifferentialProperties {

    /** Opened when they are first asked for, and shared: every history has clinics of its own. */
    private static final class Stores {
        private static final List<List<Storage>> ON = List.of(
                TwoStores.on(Servers.fresh(Dialect.H2)),
                TwoStores.on(Servers.fresh(Dialect.POSTGRESQL)),
                TwoStores.on(Servers.fresh(Dialect.MARIADB)));
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Tag("SAFE-1")
    @Tag("CARE-7")
    @Tag("READ-3")
    void everyStoreAnswersAlike(@ForAll("histories") SameHistory history) {
        history.tell(
                Composition.on(InMemoryStorage.create()),
                Stores.ON.stream().map(TwoStores::of).toList());
    }

    @Provide
    Arbitrary<SameHistory> histories() {
        return SameHistory.arbitrary(80);
    }
}
