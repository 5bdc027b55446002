package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.CareChatModelProperties;
import org.clinicchat.testkit.model.Composition;

/** Every answer is the model's also where facts that may be old are old. */
class LaggingModelProperties extends CareChatModelProperties {

    @Override
    protected Composition composition() {
        return Composition.on(LaggingStorage.over(InMemoryStorage.create()));
    }
}
