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
 * @param purpose what the facts are for
 */
public record CareQuestion(ConversationKey key, Actor actor, Optional<ClientMessageId> clientId, Purpose purpose) {

    /** What the facts are for. An adapter that caches nothing and joins no transaction may answer all alike. */
    public enum Purpose {
        /**
         * The first try of a command. They may come from a cache, since they settle only an acceptance that changes something,
         * and its commit checks both versions and the client message id, so that what was sent under the id before may be
         * missing; a refusal, and an acceptance that changes nothing, is decided on fresh ones. An adapter that joins the host's transaction locks practice and conversation here.
         */
        TO_ACCEPT,
        /**
         * A command that was not settled on facts that may have been old. They are read afresh; what was locked stays locked.
         */
        TO_DECIDE,
        /**
         * The first try of a reading. They may come from a cache, since the read checks the practice's version; a refusal is
         * never given on them. Nothing is locked.
         */
        TO_READ,
        /** A question, or a reading that was not settled on facts that may have been old. They are read afresh; nothing is locked. */
        TO_LOOK
    }

    /** Checks that nothing is null. */
    public CareQuestion {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(purpose, "purpose");
    }

    /**
     * The question of somebody who only looks.
     *
     * @param key which conversation
     * @param actor who looks
     * @param clientId under which id he may have sent something
     */
    public CareQuestion(ConversationKey key, Actor actor, Optional<ClientMessageId> clientId) {
        this(key, actor, clientId, Purpose.TO_LOOK);
    }
}
