package org.clinicchat.inmemory;

import org.clinicchat.port.Transport;
import org.clinicchat.testkit.contract.TransportContract;

/** The transport within a process keeps what every transport promises. */
class InProcessTransportContractTest implements TransportContract {

    @Override
    public Transport transport() {
        return InProcessTransport.create();
    }
}
