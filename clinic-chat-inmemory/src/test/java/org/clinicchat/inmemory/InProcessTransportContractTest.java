package org.clinicchat.inmemory;

import org.clinicchat.port.Transport;
import org.clinicchat.testkit.contract.TransportContract;

/** The transport within a process keeps what every transport promises. */
class InProcessTransportContractTest implements TransportContract {

    private static final Transport SHARED = InProcessTransport.create();

    @Override
    public Transport transport() {
        return SHARED;
    }

    @Override
    public Transport otherNode() {
        return SHARED;
    }
}
