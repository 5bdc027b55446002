package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyRepeat;
import org.clinicchat.substitution.SubstituteReading;

/**
 * Every switch of the care chat. {@link #defaults()} is the rulebook; each {@code with} changes one. Immutable. All nodes
 * that share a storage must have the same.
 *
 * @param limits how long a text may be and how many files it may have (CARE-5, ATT-3)
 * @param attachments whether files can be sent at all (CARE-3)
 * @param contacts who may write to whom (CARE-11)
 * @param disabling who cannot send while a chat is switched off (DIS-2)
 * @param autoReply what "already delivered" means (AUTO-2)
 * @param substituteReading whose read state a substitute's reading changes (SUB-4)
 * @param receipts whether each side sees how far the other has read (READ-9)
 */
public record CareSettings(
        MessageLimits limits,
        Attachments attachments,
        ContactPolicy contacts,
        DisableScope disabling,
        AutoReplyRepeat autoReply,
        SubstituteReading substituteReading,
        ReadReceipts receipts) {

    /** Checks that nothing is null. */
    public CareSettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(attachments, "attachments");
        Objects.requireNonNull(contacts, "contacts");
        Objects.requireNonNull(disabling, "disabling");
        Objects.requireNonNull(autoReply, "autoReply");
        Objects.requireNonNull(substituteReading, "substituteReading");
        Objects.requireNonNull(receipts, "receipts");
    }

    /**
     * The rulebook's settings.
     *
     * @return the defaults
     */
    public static CareSettings defaults() {
        return new CareSettings(
                MessageLimits.defaults(),
                Attachments.ALLOWED,
                ContactPolicy.WHOLE_CLINIC,
                DisableScope.BOTH_SIDES,
                AutoReplyRepeat.ONCE_PER_TEXT,
                SubstituteReading.OWN,
                ReadReceipts.HIDDEN);
    }

    /**
     * With other limits.
     *
     * @param value the limits
     * @return the settings
     */
    public CareSettings with(MessageLimits value) {
        return new CareSettings(value, attachments, contacts, disabling, autoReply, substituteReading, receipts);
    }

    /**
     * With or without attachments.
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(Attachments value) {
        return new CareSettings(limits, value, contacts, disabling, autoReply, substituteReading, receipts);
    }

    /**
     * With another rule for who may write to whom.
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(ContactPolicy value) {
        return new CareSettings(limits, attachments, value, disabling, autoReply, substituteReading, receipts);
    }

    /**
     * With another meaning of "switched off for one patient".
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(DisableScope value) {
        return new CareSettings(limits, attachments, contacts, value, autoReply, substituteReading, receipts);
    }

    /**
     * With another meaning of "already delivered".
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(AutoReplyRepeat value) {
        return new CareSettings(limits, attachments, contacts, disabling, value, substituteReading, receipts);
    }

    /**
     * With another effect of a substitute's reading.
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(SubstituteReading value) {
        return new CareSettings(limits, attachments, contacts, disabling, autoReply, value, receipts);
    }

    /**
     * With read receipts shown or hidden.
     *
     * @param value which
     * @return the settings
     */
    public CareSettings with(ReadReceipts value) {
        return new CareSettings(limits, attachments, contacts, disabling, autoReply, substituteReading, value);
    }

    /**
     * Whose read state an actor's reading changes (READ-1, SUB-4).
     *
     * @param actor who reads
     * @return himself; for a substitute under {@link SubstituteReading#SHARED} the owner
     */
    @Enforces("SUB-4")
    public PersonRef readerOf(Actor actor) {
        return substituteReading == SubstituteReading.SHARED
                ? actor.onBehalfOf().orElse(actor.self())
                : actor.self();
    }
}
