package org.clinicchat;

/**
 * A live subscription. Closing it ends the telling: once that has returned, the listener is not called any more, but for a call
 * under way. Closing it again does nothing.
 */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
