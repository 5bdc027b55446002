package org.clinicchat.people;

/** What somebody is in a clinic. The same id in two roles is two different persons. */
public enum Role {
    /** A practitioner: owner of chats, or a colleague who stands in. */
    PRACTITIONER,
    /** A patient. */
    PATIENT,
    /** A participant of a visit who is neither. */
    GUEST,
    /** The application that embeds the chat. */
    HOST
}
