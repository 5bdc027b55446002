package org.clinicchat.inmemory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries signals between the chats of one process that share a storage, in the publisher's thread. Safe for any number of
 * threads.
 */
public final class InProcessTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessTransport.class);

    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    private InProcessTransport() {}

    /**
     * A transport to which nobody listens yet.
     *
     * @return the transport
     */
    public static InProcessTransport create() {
        return new InProcessTransport();
    }

    @Override
    public void publish(ConversationPosition position) {
        ears.forEach(ear -> ear.hear(position));
    }

    @Override
    public Listening listen(Consumer<ConversationPosition> listener) {
        Ear ear = new Ear(listener);
        ears.add(ear);
        return ear;
    }

    private final class Ear implements Listening {
        private final Consumer<ConversationPosition> listener;

        Ear(Consumer<ConversationPosition> listener) {
            this.listener = listener;
        }

        void hear(ConversationPosition position) {
            try {
                listener.accept(position);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A listener did not take a signal: {}. Its next sweep finds the news.",
                        e.getClass().getName());
            }
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }
}
