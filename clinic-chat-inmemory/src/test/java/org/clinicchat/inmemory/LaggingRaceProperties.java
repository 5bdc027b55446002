package org.clinicchat.inmemory;

import org.clinicchat.port.Storage;
import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.RaceProperties;

/** What holds in races holds between nodes that each have an old picture of their own. */
class LaggingRaceProperties extends RaceProperties {

    @Override
    protected Composition composition() {
        Storage shared = InMemoryStorage.create();
        return () -> Composition.on(LaggingStorage.over(shared)).node();
    }
}
