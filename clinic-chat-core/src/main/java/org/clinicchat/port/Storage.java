package org.clinicchat.port;

/**
 * What an adapter keeps: five ports, small and without a default answer. Every method takes the clinic, alone or as the
 * first part of a key, and nothing of one clinic is ever seen or moved by a call for another (SAFE-2). Every method may be
 * called by any number of threads at once. A fault is a {@link StorageFault}; no other exception leaves an adapter but for
 * a programmer's mistake.
 */
public interface Storage {

    /**
     * Conversations, messages and read state.
     *
     * @return always the same
     */
    ConversationStore conversations();

    /**
     * The lists of conversations.
     *
     * @return always the same
     */
    InboxStore inboxes();

    /**
     * What belongs to practitioners as owners of chats.
     *
     * @return always the same
     */
    PracticeStore practices();

    /**
     * The people and how they are connected, as the host has put them.
     *
     * @return always the same
     */
    DirectoryStore directory();

    /**
     * Who did what.
     *
     * @return always the same
     */
    AuditStore audit();
}
