package org.clinicchat.testkit.model;

import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;

/** The façade's questions and commands, so that one history can be told to the chat under test and to the model. */
public interface CareChat {

    /**
     * What the host can do.
     *
     * @param clinic where
     * @return the calls
     */
    HostCalls host(ClinicId clinic);

    /**
     * What can be set for an owner's chats.
     *
     * @param actor the owner, or the host
     * @param owner whose chats
     * @return the calls
     */
    SettingsCalls settings(Actor actor, PractitionerId owner);

    /**
     * The lists of conversations.
     *
     * @param actor a patient, an owner or a substitute
     * @return the calls
     */
    ListCalls lists(Actor actor);

    /**
     * One conversation.
     *
     * @param actor a patient, an owner or a substitute
     * @param where which conversation
     * @return the calls
     */
    ConversationCalls conversation(Actor actor, Where where);

    /**
     * Live subscriptions.
     *
     * @return the calls
     */
    LiveCalls live();
}
