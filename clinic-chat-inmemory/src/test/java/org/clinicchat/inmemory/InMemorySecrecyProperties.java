package org.clinicchat.inmemory;

import java.util.List;
import org.clinicchat.testkit.RememberedLog;
import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.SecrecyProperties;

class InMemorySecrecyProperties extends SecrecyProperties {

    @Override
    protected Composition composition() {
        return Composition.on(InMemoryStorage.create());
    }

    @Override
    protected List<String> logged() {
        return RememberedLog.lines();
    }
}
