package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.InboxProperties;

class InMemoryInboxProperties extends InboxProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
