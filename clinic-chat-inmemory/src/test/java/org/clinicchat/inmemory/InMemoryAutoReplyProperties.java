package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.AutoReplyProperties;
import org.clinicchat.testkit.model.Composition;

class InMemoryAutoReplyProperties extends AutoReplyProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
