package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.ReadStateProperties;

class InMemoryReadStateProperties extends ReadStateProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
