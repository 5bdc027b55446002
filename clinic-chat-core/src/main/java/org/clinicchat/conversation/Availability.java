package org.clinicchat.conversation;

/** Whether the chat with one patient is switched on (DIS). */
public enum Availability {
    /** On: what every conversation begins with. */
    ENABLED,
    /** Off for this practitioner and this patient: history can be read, nobody sends. */
    DISABLED
}
