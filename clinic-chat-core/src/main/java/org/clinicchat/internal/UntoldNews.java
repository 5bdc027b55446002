package org.clinicchat.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.port.ConversationPosition;

/** How far conversations will be once a transaction of the host's is committed. */
final class UntoldNews {

    private final Map<ConversationKey, ConversationPosition> last = new LinkedHashMap<>();

    synchronized void add(ConversationPosition position) {
        last.put(position.key(), position);
    }

    /** All of it, once. */
    synchronized List<ConversationPosition> take() {
        List<ConversationPosition> all = new ArrayList<>(last.values());
        last.clear();
        return all;
    }
}
