package org.clinicchat.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.Role;
import org.clinicchat.service.Practice;

/**
 * Everything that a decision on a care conversation may look at. Immutable.
 *
 * @param actor who asks
 * @param key about which conversation
 * @param stored what the storage knows
 * @param settings the host's switches
 * @param now the node's time, in microseconds
 */
public record CareFacts(Actor actor, ConversationKey key, StoredCare stored, CareSettings settings, Instant now) {

    /** Checks that nothing is null, and that the actor is of the conversation's clinic. */
    public CareFacts {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(now, "now");
        if (!actor.clinic().equals(key.clinic())) {
            throw new IllegalArgumentException("an actor acts in his own clinic alone");
        }
    }

    /**
     * Whether this conversation is possible, and the actor may see it (CARE-11, SUB-1, SUB-6, SAFE-1).
     *
     * @return false if all must be as if it did not exist
     */
    @Enforces({"CARE-11", "SAFE-1"})
    public boolean isVisible() {
        return stored.practice().isPresent() && stored.patientKnown() && isContactAllowed() && actorBelongs();
    }

    /**
     * The head, if the conversation has begun.
     *
     * @return the head
     */
    public Optional<ConversationHead> head() {
        return stored.state().map(CareState::head);
    }

    /**
     * The place of the last message.
     *
     * @return the place; 0 if there is no message
     */
    public MessageSeq last() {
        return MessageSeq.of(head().map(ConversationHead::lastSeq).orElse(0L));
    }

    /**
     * The version under which access is granted: the practice's.
     *
     * @return the version
     * @throws java.util.NoSuchElementException if there is no practice, and so no access
     */
    public long practiceVersion() {
        return practice().version();
    }

    Practice practice() {
        return stored.practice().orElseThrow();
    }

    boolean isOwner() {
        return actor.isPractitioner() && actor.onBehalfOf().isEmpty();
    }

    boolean isHost() {
        return actor.self().role() == Role.HOST;
    }

    boolean isPatient() {
        return actor.self().role() == Role.PATIENT;
    }

    private boolean isContactAllowed() {
        return settings.contacts() == ContactPolicy.WHOLE_CLINIC || stored.permitted();
    }

    @Enforces({"SUB-1", "SUB-2", "SUB-6"})
    private boolean actorBelongs() {
        Role role = actor.self().role();
        if (role == Role.PATIENT) {
            return actor.self().id().equals(key.patient().value());
        }
        return role == Role.HOST || (role == Role.PRACTITIONER && isHisPractice() && !stored.linkedToPatient());
    }

    private boolean isHisPractice() {
        String owner = key.practitioner().value();
        if (actor.onBehalfOf().isEmpty()) {
            return actor.self().id().equals(owner);
        }
        return actor.onBehalfOf().get().id().equals(owner)
                && stored.state().isPresent()
                && practice().substitutes().allows(stored.sharesWorkGroup(), now);
    }
}
