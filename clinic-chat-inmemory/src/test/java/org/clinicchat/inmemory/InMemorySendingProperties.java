package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.SendingProperties;

class InMemorySendingProperties extends SendingProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
