package org.clinicchat.session.chat;

/** What a refresh of the practitioner's page erases (switch of ERA-2). */
public enum OnRefresh {
    /** The sessions that have ended; the default. Those of patients who are there keep their messages and counts. */
    ERASES_ENDED,
    /** All of them: patients who are there go on in a new, empty session. */
    ERASES_ALL
}
