package org.clinicchat.session.chat;

/** Who may write the first message of a session (switch of SES-9). */
public enum FirstWriter {
    /** Whoever likes; the default. */
    EITHER,
    /** The practitioner; a patient writes once the practitioner has written in this session. */
    PRACTITIONER
}
