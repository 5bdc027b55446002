package org.clinicchat.testkit.model;

import org.clinicchat.message.ConversationId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** Which conversation is meant: that of two people, or that of a row of a list. */
public sealed interface Where {

    /**
     * By its people.
     *
     * @param practitioner the owner
     * @param patient with whom
     */
    record Between(PractitionerId practitioner, PatientId patient) implements Where {}

    /**
     * By its id, whether or not there is such a conversation.
     *
     * @param id the id
     */
    record Known(ConversationId id) implements Where {}
}
