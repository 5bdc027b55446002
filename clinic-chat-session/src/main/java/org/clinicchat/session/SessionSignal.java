package org.clinicchat.session;

/** What a page is told: never what, only that. */
public enum SessionSignal {
    /** The view has changed. */
    CHANGED,
    /** It has changed, and a patient has written what is not in the open box: ring, for the practitioner wants it (SES-10). */
    ALERT
}
