package org.clinicchat.benchmarks.load;

/** A way to send messages. Safe for any number of threads. */
public interface Way extends AutoCloseable {

    /**
     * Sends a message; returns when it is stored.
     *
     * @param sending the message
     * @return its place in the conversation
     */
    long send(Sending sending);

    @Override
    void close();
}
