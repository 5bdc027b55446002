package org.clinicchat.testkit.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;

/** Carries some signals and loses the others. */
final class LossyTransport implements Transport {

    private final List<Consumer<ConversationPosition>> listeners = new CopyOnWriteArrayList<>();
    private final Predicate<ConversationPosition> arrives;

    LossyTransport(Predicate<ConversationPosition> arrives) {
        this.arrives = arrives;
    }

    @Override
    public void publish(ConversationPosition position) {
        if (arrives.test(position)) {
            listeners.forEach(listener -> listener.accept(position));
        }
    }

    @Override
    public Listening listen(Consumer<ConversationPosition> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
