package org.clinicchat.audit;

/** What an audit record is about (SAFE-3). A message is its own record of having been sent. */
public enum AuditAction {
    /** A call was refused; the record has the rule, and counts the same within a minute. */
    REFUSED("SAFE-3"),
    /** A substitute looked at the owner's chats. */
    SUBSTITUTE_ACCESS("SUB-1"),
    /** A conversation began. */
    CONVERSATION_STARTED("CARE-1"),
    /** A message was retracted. */
    MESSAGE_RETRACTED("CARE-6"),
    /** The chat was switched off for one patient. */
    CHAT_DISABLED("DIS-5"),
    /** The chat was switched on again for one patient. */
    CHAT_ENABLED("DIS-5"),
    /** The host made a practice. */
    PRACTICE_ADDED("CARE-11"),
    /** The chat service was switched on. */
    SERVICE_ACTIVATED("CARE-2"),
    /** The chat service was switched off. */
    SERVICE_DEACTIVATED("CARE-2"),
    /** The automatic reply's text was written. */
    AUTO_REPLY_WRITTEN("AUTO-4"),
    /** The automatic reply was switched on, perhaps with another text. */
    AUTO_REPLY_ACTIVATED("AUTO-4"),
    /** The automatic reply was switched off. */
    AUTO_REPLY_DEACTIVATED("AUTO-4"),
    /** Everybody may get the automatic reply once more. */
    AUTO_REPLY_RESET("AUTO-2"),
    /** The chats were shown to colleagues, or in another period. */
    SHOWN_TO_SUBSTITUTES("SUB-1"),
    /** The chats were hidden from colleagues. */
    HIDDEN_FROM_SUBSTITUTES("SUB-1"),
    /** The host put a patient's profile. */
    PATIENT_PUT("INBOX-2"),
    /** The host put a work group; the record names it and its members. */
    WORK_GROUP_PUT("SUB-1"),
    /** The host removed a work group; the record names it. */
    WORK_GROUP_REMOVED("SUB-1"),
    /** The host linked a practitioner and a patient who are one person; the record names both. */
    PERSON_LINKED("SUB-6"),
    /** The host unlinked a practitioner and a patient; the record names both. */
    PERSON_UNLINKED("SUB-6"),
    /** The host permitted a patient to write to a practitioner; the record names both. */
    CONTACT_PERMITTED("CARE-11"),
    /** The host withdrew that a patient may write to a practitioner; the record names both. */
    CONTACT_WITHDRAWN("CARE-11");

    private final String rule;

    AuditAction(String rule) {
        this.rule = rule;
    }

    /**
     * The rule under which it happens; for a refusal the record has the rule that said no.
     *
     * @return such as {@code "DIS-5"}
     */
    public String rule() {
        return rule;
    }
}
