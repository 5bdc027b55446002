package org.clinicchat.port;

/** Which messages of a conversation are read; a limit is 1 or more. */
public sealed interface MessageRange {

    /**
     * The most messages.
     *
     * @return 1 or more
     */
    int limit();

    /**
     * The first ones after a place.
     *
     * @param seq the place; the messages begin at the next
     * @param limit the most messages
     */
    record After(long seq, int limit) implements MessageRange {}

    /**
     * The last ones before a place.
     *
     * @param seq the place; the messages end at the one before
     * @param limit the most messages
     */
    record Before(long seq, int limit) implements MessageRange {}

    /**
     * What opening shows (READ-6): from the first message above the reader's cursor whose author is not the reader; where
     * there is none, the last ones of the conversation.
     *
     * @param limit the most messages
     */
    record Unseen(int limit) implements MessageRange {}
}
