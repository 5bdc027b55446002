package org.clinicchat.session.chat;

/** Where a session is in its life. */
public enum SessionPhase {
    /** The patient waits. Both sides write. */
    IN_QUEUE,
    /** The patient is in the call. Both sides write. */
    IN_CALL,
    /** The patient has left. Nobody writes; the practitioner reads until it is erased (SES-7, SES-8). */
    ENDED,
    /** All content is gone; what may remain is an {@link ErasedSession} (ERA-6). */
    ERASED;

    /**
     * Whether the patient is there, so that both sides may write (SES-1).
     *
     * @return true in the queue and in the call
     */
    public boolean isLive() {
        return this == IN_QUEUE || this == IN_CALL;
    }
}
