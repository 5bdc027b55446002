package org.clinicchat;

import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;

/**
 * Is told what happens in the conversations that its subscriber may see (LIVE-1): the events of one conversation in order,
 * each at least once; different conversations in any order. It is never called by two threads at once. If it throws, the
 * event is told again with the next sweep.
 */
@FunctionalInterface
public interface LiveListener {

    /**
     * Something happened.
     *
     * @param conversation whose conversation
     * @param event what; its revision tells a repeat
     */
    void onEvent(ConversationKey conversation, ConversationEvent event);
}
