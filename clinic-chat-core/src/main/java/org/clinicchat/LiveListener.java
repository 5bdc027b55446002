package org.clinicchat;

import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;

/**
 * Is told what happens in the conversations that its subscriber may see (LIVE-1): the events of one conversation in order,
 * each at least once; different conversations in any order. It is never called by two threads at once. If it throws, the
 * event is told again with the next sweep. It must return at once, and leave what takes long to a thread of its own: it shares
 * few threads with all other listeners, and as many slow ones as there are threads hold up the others.
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
