package org.clinicchat.session.chat;

/** What becomes of the sessions when the chat is closed, as a node does when it stops (switch of ERA-5). */
public enum OnStop {
    /** All are erased, and both sides are told; the default. */
    ERASES,
    /** They stay in their home, for another chat in this process; the host answers for its end. */
    LEAVES
}
