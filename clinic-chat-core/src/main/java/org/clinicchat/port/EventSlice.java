package org.clinicchat.port;

import java.util.List;
import org.clinicchat.conversation.ConversationEvent;

/**
 * Some events as they are stored.
 *
 * @param events in order and without a gap, beginning right after the asked revision
 * @param revision the conversation's revision at the same moment
 */
public record EventSlice(List<ConversationEvent> events, long revision) {

    /** Takes a copy. */
    public EventSlice {
        events = List.copyOf(events);
    }
}
