package org.clinicchat.conversation;

/** Who cannot send while a chat is switched off (switch of DIS-2). */
public enum DisableScope {
    /** Nobody sends. */
    BOTH_SIDES,
    /** The patient does not send; the practice may. */
    PATIENT_ONLY
}
