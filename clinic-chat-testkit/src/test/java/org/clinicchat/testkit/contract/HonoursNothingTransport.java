package org.clinicchat.testkit.contract;

import java.util.function.Consumer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;

/** Carries nothing. */
final class HonoursNothingTransport implements Transport {

    @Override
    public void publish(ConversationPosition position) {}

    @Override
    public Listening listen(Consumer<ConversationPosition> listener) {
        return () -> {};
    }
}
