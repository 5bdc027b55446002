package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.RaceProperties;

class InMemoryRaceProperties extends RaceProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
