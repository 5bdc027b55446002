package org.clinicchat.conversation;

import java.util.List;
import java.util.Objects;
import org.clinicchat.message.Revision;

/**
 * What happened after a revision, in order and without a gap (LIVE-1).
 *
 * @param events the events after it, the first page of them if they are many
 * @param upTo the revision from which to resume next
 * @param hasMore whether there are more after this page
 */
public record MissedEvents(List<ConversationEvent> events, Revision upTo, boolean hasMore) {

    /** Takes a copy. */
    public MissedEvents {
        events = List.copyOf(events);
        Objects.requireNonNull(upTo, "upTo");
    }
}
