package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.LiveProperties;

class InMemoryLiveProperties extends LiveProperties {

    @Override
    protected Composition composition() {
        return Composition.twoNodes(InMemoryStorage.create(), InProcessTransport.create());
    }
}
