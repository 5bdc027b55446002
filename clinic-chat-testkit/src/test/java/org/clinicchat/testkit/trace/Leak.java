package org.clinicchat.testkit.trace;

/** A way to leave a text somewhere. */
interface Leak {

    /** Leaves it, and gives a way to take it away again, which does not hold it. */
    Runnable leave(String text) throws Exception;
}
