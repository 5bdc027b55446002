package org.clinicchat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Target;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * What the application that embeds the chat can do in a clinic: it puts practices, profiles, work groups and person links, and
 * reads the audit. Every putting is idempotent. Once a call has returned that takes somebody's access away, nothing decided
 * before takes effect any more (SUB-5). Immutable and safe for any number of threads.
 */
public final class HostView {

    private final Shell shell;
    private final Actor actor;

    HostView(Shell shell, Actor actor) {
        this.shell = shell;
        this.actor = actor;
    }

    /**
     * Makes a practitioner an owner of chats; if he is one, nothing changes. His service is off until he activates it
     * (CARE-2).
     *
     * @param practitioner who
     */
    public void putPractice(PractitionerId practitioner) {
        shell.practices().add(actor, Objects.requireNonNull(practitioner, "practitioner"));
    }

    /**
     * The settings of a practice, for hosts that set them on a practitioner's behalf.
     *
     * @param practitioner whose
     * @return the settings
     */
    public PracticeSettings practice(PractitionerId practitioner) {
        return new PracticeSettings(shell, actor, practitioner);
    }

    /**
     * Puts a patient's profile, in place of the one before: lists and searches use it at once (INBOX-2, INBOX-4).
     *
     * @param profile whose, with names and identifiers
     */
    public void putPatient(PatientProfile profile) {
        Objects.requireNonNull(profile, "profile");
        shell.put(
                actor,
                AuditAction.PATIENT_PUT,
                List.of(PersonRef.of(profile.id())),
                (directory, record) -> directory.putPatient(actor.clinic(), profile, record));
    }

    /**
     * Puts a work group, in place of the one before (SUB-1).
     *
     * @param group which, with all its members
     */
    public void putWorkGroup(WorkGroup group) {
        Objects.requireNonNull(group, "group");
        shell.put(
                actor,
                AuditAction.WORK_GROUP_PUT,
                group.members().stream()
                        .map(PersonRef::of)
                        .sorted(Comparator.comparing(PersonRef::id))
                        .toList(),
                (directory, record) -> directory.putWorkGroup(actor.clinic(), group, record.about(group.id())));
    }

    /**
     * Removes a work group; if there is none, nothing changes (SUB-1).
     *
     * @param group which
     */
    public void removeWorkGroup(WorkGroupId group) {
        Objects.requireNonNull(group, "group");
        shell.put(
                actor,
                AuditAction.WORK_GROUP_REMOVED,
                List.of(),
                (directory, record) -> directory.removeWorkGroup(actor.clinic(), group, record.about(group)));
    }

    /**
     * Says that a practitioner and a patient are one person: on the practice's side he never sees the conversations in which
     * he is the patient (SUB-6).
     *
     * @param practitioner who
     * @param patient the same person as a patient
     */
    public void linkPerson(PractitionerId practitioner, PatientId patient) {
        setLinked(practitioner, patient, true);
    }

    /**
     * Says that a practitioner and a patient are two persons after all.
     *
     * @param practitioner who
     * @param patient who
     */
    public void unlinkPerson(PractitionerId practitioner, PatientId patient) {
        setLinked(practitioner, patient, false);
    }

    /**
     * Permits a patient to write to a practitioner. It matters under
     * {@link org.clinicchat.conversation.ContactPolicy#PERMITTED_PAIRS} alone (CARE-11).
     *
     * @param patient who
     * @param practitioner to whom
     */
    public void permitContact(PatientId patient, PractitionerId practitioner) {
        setPermitted(patient, practitioner, true);
    }

    /**
     * Withdraws the permission: for both, all is as if the other did not exist; what was written is kept, and seen again when
     * it is permitted again (CARE-11).
     *
     * @param patient who
     * @param practitioner to whom
     */
    public void withdrawContact(PatientId patient, PractitionerId practitioner) {
        setPermitted(patient, practitioner, false);
    }

    /**
     * Puts a notice of the host's into a conversation, as a {@link MessageKind#SYSTEM} message: it makes nothing unread, ends
     * no wait and causes no automatic reply; neither the service nor a disabling holds it back, for it is of neither side.
     *
     * @param practitioner whose chat
     * @param draft the notice; it names the patient
     * @return the receipt, or what {@link Conversation#send} would be refused for
     */
    public Outcome<Receipt> notice(PractitionerId practitioner, Draft draft) {
        Target target = Target.of(new ConversationKey(actor.clinic(), practitioner, draft.patient()));
        return shell.care().send(actor, target, draft);
    }

    /**
     * Takes back a notice that the host put (CARE-6): its author retracts it like any message. Doing it again changes nothing.
     *
     * @param practitioner whose chat
     * @param patient with whom
     * @param notice which message
     * @return the tombstone, or {@code NOT_FOUND} or {@code NOT_AUTHOR}
     */
    public Outcome<Message> retractNotice(PractitionerId practitioner, PatientId patient, MessageId notice) {
        Target target = Target.of(new ConversationKey(actor.clinic(), practitioner, patient));
        return shell.care().retract(actor, target, notice);
    }

    /**
     * A part of the clinic's audit, in the order in which it was written (SAFE-3). The count of a refusal may still rise until
     * its minute is over: who copies the audit reads its last minute again.
     *
     * @param after only entries after this number; 0 for all
     * @param limit the most entries, 1 or more
     * @return the entries; fewer than the limit at the audit's end
     */
    public List<AuditEntry> audit(long after, int limit) {
        return shell.audit(actor, after, limit);
    }

    private void setLinked(PractitionerId practitioner, PatientId patient, boolean linked) {
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(patient, "patient");
        shell.put(
                actor,
                linked ? AuditAction.PERSON_LINKED : AuditAction.PERSON_UNLINKED,
                List.of(PersonRef.of(practitioner), PersonRef.of(patient)),
                (directory, record) -> directory.setLinked(actor.clinic(), practitioner, patient, linked, record));
    }

    private void setPermitted(PatientId patient, PractitionerId practitioner, boolean permitted) {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(practitioner, "practitioner");
        shell.put(
                actor,
                permitted ? AuditAction.CONTACT_PERMITTED : AuditAction.CONTACT_WITHDRAWN,
                List.of(PersonRef.of(practitioner), PersonRef.of(patient)),
                (directory, record) ->
                        directory.setPermitted(actor.clinic(), practitioner, patient, permitted, record));
    }
}
