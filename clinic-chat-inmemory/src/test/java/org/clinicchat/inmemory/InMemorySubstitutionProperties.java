package org.clinicchat.inmemory;

import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.SubstitutionProperties;

class InMemorySubstitutionProperties extends SubstitutionProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }
}
