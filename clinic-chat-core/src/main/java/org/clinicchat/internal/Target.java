package org.clinicchat.internal;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.ConversationStore;

/** Which conversation somebody means: by its people, or by its id. */
@FunctionalInterface
public interface Target {

    /** The conversation's key, or empty if the clinic has no conversation of this id. */
    Optional<ConversationKey> resolve(ConversationStore store);

    /** By its people. */
    static Target of(ConversationKey key) {
        return store -> Optional.of(key);
    }

    /** By its id, inside one clinic. */
    static Target of(ClinicId clinic, ConversationId id) {
        Objects.requireNonNull(id, "id");
        return store -> id.isWellFormed() ? store.find(clinic, id) : Optional.empty();
    }
}
