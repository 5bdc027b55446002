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
    /** The automatic reply was changed, switched on or off, or reset. */
    AUTO_REPLY_CHANGED("AUTO-4"),
    /** The visibility to colleagues was changed. */
    SUBSTITUTE_ACCESS_CHANGED("SUB-1"),
    /** The host put a patient's profile. */
    PATIENT_PUT("INBOX-2"),
    /** The host put or removed a work group. */
    WORK_GROUP_CHANGED("SUB-1"),
    /** The host linked or unlinked a practitioner and a patient who are one person. */
    PERSON_LINK_CHANGED("SUB-6"),
    /** The host permitted a pair, or withdrew it. */
    CONTACT_PERMISSION_CHANGED("CARE-11");

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
