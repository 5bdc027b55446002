package org.clinicchat.inmemory;

import org.clinicchat.session.port.SessionHome;
import org.clinicchat.testkit.session.SessionModelProperties;

class InMemorySessionModelProperties extends SessionModelProperties {

    @Override
    protected SessionHome home() {
        return InMemorySessions.create();
    }
}
