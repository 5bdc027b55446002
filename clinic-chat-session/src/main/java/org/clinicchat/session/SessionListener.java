package org.clinicchat.session;

/**
 * Is told that a page should look again. Never called by two threads at once; signals that come while it runs are told as one. It
 * must return at once: it shares few threads with all others.
 */
@FunctionalInterface
public interface SessionListener {

    /**
     * Something has changed.
     *
     * @param signal what kind of change; {@code ALERT} if one of those told together was one
     */
    void onSignal(SessionSignal signal);
}
