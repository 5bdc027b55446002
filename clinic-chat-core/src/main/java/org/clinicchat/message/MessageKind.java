package org.clinicchat.message;

/** What a message is. */
public enum MessageKind {
    /** Written by a person. */
    HUMAN,
    /** The owner's automatic reply, to be shown as automatic (AUTO-5). */
    AUTO_REPLY,
    /** A notice of the host; it makes nothing unread and answers nobody. */
    SYSTEM
}
