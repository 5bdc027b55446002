package org.clinicchat.session.port;

/** Where the ids of sessions and pages come from. */
@FunctionalInterface
public interface SessionIdSource {

    /**
     * The next id: never given before, and not to be guessed.
     *
     * @return 1 to 64 of {@code [A-Za-z0-9_-]}
     */
    String next();
}
