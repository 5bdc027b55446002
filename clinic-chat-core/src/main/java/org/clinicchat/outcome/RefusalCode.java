package org.clinicchat.outcome;

/**
 * Every "no" that the rules can say. The names are stable: a host may store them, switch over them and translate them.
 */
public enum RefusalCode {
    /** There is no such thing, or this actor may not see it: the two answers are one and the same (SAFE-1). */
    NOT_FOUND("SAFE-1"),
    /** This client message id was accepted before, with other content. */
    CLIENT_MESSAGE_ID_REUSED("CARE-8"),
    /** The message names another patient than the conversation's. */
    WRONG_PATIENT("CARE-9"),
    /** Somebody wrote since the head that the sender had seen; the detail is what was missed. */
    HEAD_MOVED("CARE-9"),
    /** The practitioner's chat service is off; the detail says since when. */
    SERVICE_OFF("CARE-2"),
    /** The chat is switched off for this patient; the detail says since when. */
    CHAT_DISABLED("DIS-2"),
    /** This service takes text only. */
    ATTACHMENTS_OFF("CARE-3"),
    /** Neither a text that is not blank nor an attachment. */
    MESSAGE_EMPTY("CARE-5"),
    /** More code points than allowed; the detail has both numbers. */
    TEXT_TOO_LONG("CARE-5"),
    /** A control character that is no line break; the detail says where. */
    CONTROL_CHARACTER("CARE-5"),
    /** Half of a surrogate pair: no Unicode text; the detail says where. */
    TEXT_NOT_UNICODE("SAFE-6"),
    /** More attachments than a message may have; the detail has both numbers. */
    TOO_MANY_ATTACHMENTS("ATT-3"),
    /** Only its author and the owner of the chat may retract a message. */
    NOT_AUTHOR("CARE-6"),
    /**
     * Only the owner of the chat may do this. The views offer the owner's calls to practitioners alone, and a substitute is told
     * {@link #NOT_FOR_SUBSTITUTES}: so this is the answer of the decision to a patient or the host, should a call ever be theirs.
     */
    NOT_OWNER("DIS-1"),
    /** A substitute reads and answers; this is the owner's. */
    NOT_FOR_SUBSTITUTES("SUB-2"),
    /** An automatic reply needs a text before it can be switched on. */
    AUTO_REPLY_TEXT_MISSING("AUTO-4"),
    /** The period in which colleagues may stand in has no moment in it. */
    PERIOD_EMPTY("SUB-1"),
    /** An id that no client of ours can have made. */
    MALFORMED_ID("SAFE-6"),
    /** A reference to a file that was never given out. */
    MALFORMED_ATTACHMENT("SAFE-6"),
    /** A place that is not in this conversation: beyond its last message. */
    BEYOND_HEAD("SAFE-6"),
    /** A page cursor that was not made for this question, or a revision that this conversation has not reached. */
    FOREIGN_CURSOR("SAFE-6"),
    /** A read ticket that was not given for this conversation and this person. */
    FOREIGN_TICKET("SAFE-6"),
    /** A search longer than any name; the detail has both numbers. */
    SEARCH_TOO_LONG("SAFE-6"),
    /** The patient is neither in the queue nor in a call with this practitioner. */
    NOT_IN_QUEUE("SES-1"),
    /** The patient has left the queue or the call; the detail says since when. */
    PATIENT_HAS_LEFT("SES-7"),
    /** The session's messages are erased; the detail says when and why. */
    SESSION_ERASED("SES-8"),
    /** In this clinic's session chats the practitioner writes first. */
    PRACTITIONER_WRITES_FIRST("SES-9"),
    /** Another page of the practitioner has taken this one's place, or it is gone. */
    PAGE_DETACHED("SES-3"),
    /** The session has all the messages that one may have; the detail has both numbers. */
    SESSION_FULL("SAFE-6"),
    /** The node holds all the sessions, or all the text, that it may hold. */
    NODE_FULL("SAFE-6");

    private final String rule;

    RefusalCode(String rule) {
        this.rule = rule;
    }

    /**
     * The id of the rule that says no.
     *
     * @return such as {@code "CARE-9"}
     */
    public String rule() {
        return rule;
    }
}
