package org.clinicchat.session.chat;

/** Who wrote. */
public enum SessionSide {
    /** The patient. */
    PATIENT,
    /** The practitioner. */
    PRACTITIONER
}
