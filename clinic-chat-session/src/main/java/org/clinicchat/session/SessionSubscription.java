package org.clinicchat.session;

/** A subscription. Once it is closed, the listener is not called any more, but for a call under way. */
public interface SessionSubscription extends AutoCloseable {

    @Override
    void close();
}
