package org.clinicchat.conversation;

/** Whether the other side's read cursor is shown (switch of READ-9). */
public enum ReadReceipts {
    /** Nobody sees how far the other side has read. */
    HIDDEN,
    /** Each side sees how far the other side has read. */
    SHOWN
}
