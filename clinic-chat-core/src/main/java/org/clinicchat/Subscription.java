package org.clinicchat;

/** A live subscription. Closing it ends the telling; closing it again does nothing. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
