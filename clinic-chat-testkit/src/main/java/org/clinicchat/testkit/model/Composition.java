package org.clinicchat.testkit.model;

import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;

/**
 * A composition under test: makes chats, nodes of one clinic group, that share one storage. The properties set the switches,
 * the clock, the ids and the delivery of each chat; all else is as the tester puts it together.
 */
@FunctionalInterface
public interface Composition {

    /**
     * A further node on the same storage.
     *
     * @return a builder with everything that the tester sets
     */
    ClinicChat.Builder node();

    /**
     * Plain nodes on a storage.
     *
     * @param storage where everything is kept; it need not be empty, for every history makes clinics of its own
     * @return the composition
     */
    static Composition on(Storage storage) {
        return () -> ClinicChat.on(storage);
    }
}
