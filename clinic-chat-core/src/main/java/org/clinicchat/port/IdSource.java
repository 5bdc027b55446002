package org.clinicchat.port;

/** Gives out ids: random, free of meaning, never twice. Safe for any number of threads. */
@FunctionalInterface
public interface IdSource {

    /**
     * A new id.
     *
     * @return 16 to 64 of {@code [A-Za-z0-9_-]}
     */
    String next();
}
