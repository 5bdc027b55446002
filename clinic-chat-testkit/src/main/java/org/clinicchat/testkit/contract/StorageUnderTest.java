package org.clinicchat.testkit.contract;

import org.clinicchat.port.Storage;

/** What the contracts of the storage ports ask of an adapter's test. */
public interface StorageUnderTest {

    /**
     * The storage on which one test runs: a fresh one, or one that tests share.
     *
     * @return a storage; asked once a test
     */
    Storage storage();

    /**
     * Another node's storage, on the same database: what the one has answered, the other honours.
     *
     * @return a storage with threads, connections and caches of its own; {@link #storage} where nodes share one object
     */
    Storage otherNode();
}
