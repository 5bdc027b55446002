package org.clinicchat.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;

/**
 * A transport within one process that remembers what was published, so that a test can look at it. It carries at once, on
 * the publisher's thread. Safe for any number of threads.
 */
public final class RecordingTransport implements Transport {

    private final List<ConversationPosition> published = new CopyOnWriteArrayList<>();
    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    /** A transport on which nothing was published yet. */
    public RecordingTransport() {}

    @Override
    public void publish(ConversationPosition position) {
        published.add(position);
        ears.forEach(ear -> ear.hear(position));
    }

    @Override
    public Listening listen(Consumer<ConversationPosition> listener) {
        Ear ear = new Ear(listener);
        ears.add(ear);
        return ear;
    }

    /**
     * All that was published, in order.
     *
     * @return a copy
     */
    public List<ConversationPosition> published() {
        return List.copyOf(published);
    }

    /**
     * The revisions that were published of one conversation, in order.
     *
     * @param key which conversation
     * @return a copy
     */
    public List<Long> published(ConversationKey key) {
        return published.stream()
                .filter(position -> position.key().equals(key))
                .map(ConversationPosition::revision)
                .toList();
    }

    /**
     * How many listen now: none, once all who listened were closed.
     *
     * @return 0 or more
     */
    public int listeners() {
        return ears.size();
    }

    /** Not a record: the same listener may listen twice. */
    private final class Ear implements Listening {
        private final Consumer<ConversationPosition> listener;

        Ear(Consumer<ConversationPosition> listener) {
            this.listener = listener;
        }

        void hear(ConversationPosition position) {
            try {
                listener.accept(position);
            } catch (RuntimeException e) {
                // The listener's own mistake disturbs nobody else.
                return;
            }
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }
}
