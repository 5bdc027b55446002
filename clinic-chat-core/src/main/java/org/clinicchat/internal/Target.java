package org.clinicchat.internal;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.ConversationStore;

/** Which conversation somebody means: by its people, or by its id. */
public sealed interface Target {

    /** By its people. */
    record ByPeople(ConversationKey key) implements Target {
        /** Checks that there is a key. */
        public ByPeople {
            Objects.requireNonNull(key, "key");
        }
    }

    /** By its id, inside one clinic. */
    record ById(ClinicId clinic, ConversationId id) implements Target {
        /** Checks that nothing is null. */
        public ById {
            Objects.requireNonNull(clinic, "clinic");
            Objects.requireNonNull(id, "id");
        }
    }

    /** The conversation's key, or empty if the clinic has no conversation of this id. */
    default Optional<ConversationKey> resolve(ConversationStore store) {
        if (this instanceof ById byId) {
            return byId.id().isWellFormed() ? store.find(byId.clinic(), byId.id()) : Optional.empty();
        }
        return Optional.of(((ByPeople) this).key());
    }
}
