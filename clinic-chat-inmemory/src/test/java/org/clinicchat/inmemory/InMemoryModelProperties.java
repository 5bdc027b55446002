package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.CareChatModelProperties;
import org.clinicchat.testkit.model.Composition;

class InMemoryModelProperties extends CareChatModelProperties {

    @Override
    protected Composition composition() {
        return Composition.twoNodes(InMemoryStorage.create(), InProcessTransport.create());
    }
}
