package org.clinicchat.port;

import java.util.function.Consumer;

/**
 * Carries the hint that a conversation has moved on. A hint may be lost, doubled, late or out of order: the log is the
 * truth, and who is told late reads there what it lacks (LIVE-2). Safe for any number of threads.
 *
 * <p>A transport carries positions, and asks nobody whether they are true: to it they are opaque. One that is told only that
 * something has happened, and looks up in a storage how far it is, is none.
 */
public interface Transport {

    /**
     * Tells that a conversation is at a revision. Called after the commit; it must neither block for long nor throw.
     *
     * @param position which conversation, how far
     */
    void publish(ConversationPosition position);

    /**
     * Listens to what is published from now on.
     *
     * @param listener is told each position that arrives; it returns at once
     * @return closes the listening
     */
    Listening listen(Consumer<ConversationPosition> listener);

    /** A listening that can be ended. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
