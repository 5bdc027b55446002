package org.clinicchat.port;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.Actor;

/**
 * What a decision on a care conversation asks of the storage, all at once.
 *
 * @param key which conversation
 * @param actor who acts
 * @param clientId under which id he sends, if he sends: the storage looks for what he sent under it before (CARE-8)
 */
public record CareQuestion(ConversationKey key, Actor actor, Optional<ClientMessageId> clientId) {

    /** Checks that nothing is null. */
    public CareQuestion {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(clientId, "clientId");
    }
}
