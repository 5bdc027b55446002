package org.clinicchat.testkit.model;

import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;
import org.clinicchat.port.Transport;

/**
 * A composition under test: makes chats, nodes of one clinic group, that share one storage. The properties set the switches,
 * the clock, the ids and the delivery of each chat; all else is as the tester puts it together.
 */
@FunctionalInterface
public interface Composition extends AutoCloseable {

    /**
     * A further node on the same storage.
     *
     * @return a builder with everything that the tester sets
     */
    ClinicChat.Builder node();

    /**
     * To how many nodes the random histories are told, command by command in turn. Nodes of a composition that says more than
     * one signal to each other.
     *
     * @return 1 or more; by default 1
     */
    default int nodes() {
        return 1;
    }

    /** Ends what the composition has begun, such as threads, once the chats are closed; by default nothing. */
    @Override
    default void close() {}

    /**
     * Plain nodes on a storage.
     *
     * @param storage where everything is kept; it need not be empty, for every history makes clinics of its own
     * @return the composition
     */
    static Composition on(Storage storage) {
        return () -> ClinicChat.on(storage);
    }

    /**
     * Nodes on a storage that signal to each other, and histories that are told to two of them in turn.
     *
     * @param storage where everything is kept; it need not be empty
     * @param signals carries the signals from each to each
     * @return the composition
     */
    static Composition twoNodes(Storage storage, Transport signals) {
        return new Composition() {
            @Override
            public ClinicChat.Builder node() {
                return ClinicChat.on(storage).transport(signals);
            }

            @Override
            public int nodes() {
                return 2;
            }
        };
    }
}
