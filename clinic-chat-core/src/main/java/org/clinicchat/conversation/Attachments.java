package org.clinicchat.conversation;

/** What an activated service takes (switch of CARE-3). */
public enum Attachments {
    /** Text and attachments. */
    ALLOWED,
    /** Text only. */
    TEXT_ONLY
}
