package org.clinicchat.testkit.contract;

import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.CARLA;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.Practice;

/**
 * All that is kept of a {@link SmallClinic}, without what differs between two clinics in which the same was done: their own
 * id and the random ids.
 *
 * @param care what people see
 * @param versions how often practices moved, and how often automatic replies were reset
 * @param audit the records
 */
record Picture(List<Object> care, List<Object> versions, List<Object> audit) {

    /** Asks little, for it is asked often: what is kept twice, such as a log for each reader, is looked at once. */
    static Picture of(Storage storage, ClinicId clinic) {
        Picture picture = new Picture(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Scene scene = new Scene(storage, clinic);
        for (PractitionerId practitioner : List.of(ROSSI, BIANCHI, VERDI)) {
            storage.practices().facts(clinic, practitioner, BIANCHI).practice().ifPresent(picture::add);
        }
        long version = scene.version(ROSSI);
        for (PatientId patient : List.of(ANNA, BRUNO, CARLA)) {
            picture.add(scene, version, patient);
        }
        scene.audit().forEach(picture::add);
        return picture;
    }

    private void add(Practice practice) {
        AutoReply reply = practice.autoReply();
        care.add(List.of(
                practice.practitioner(),
                practice.service(),
                reply.active(),
                reply.text(),
                reply.activation(),
                practice.substitutes()));
        versions.add(List.of(practice.version(), reply.round()));
    }

    private void add(Scene scene, long version, PatientId patient) {
        scene.storage.directory().patient(scene.clinic, patient).ifPresent(care::add);
        StoredCare facts = scene.conversations()
                .facts(new CareQuestion(
                        scene.key(ROSSI, patient), scene.substitute(), Optional.of(ClientMessageId.of("op"))));
        add(facts);
        facts.state().ifPresent(state -> {
            add(state.head());
            List.of(OWNER, COLLEAGUE, PersonRef.of(patient)).forEach(reader -> add(scene, patient, version, reader));
        });
    }

    private void add(StoredCare facts) {
        care.add(List.of(
                facts.sharesWorkGroup(),
                facts.linkedToPatient(),
                facts.permitted(),
                facts.prior().map(prior -> prior.message().text()),
                facts.state().map(CareState::ledger)));
    }

    private void add(ConversationHead head) {
        care.add(List.of(
                head.revision(),
                head.lastSeq(),
                head.lastTime(),
                head.tally(),
                head.availability(),
                head.preview(),
                head.awaitingReplySince()));
    }

    /** The owner's look is at everything, the others' at what is theirs. */
    private void add(Scene scene, PatientId patient, long version, PersonRef reader) {
        Access access = new Access(scene.key(ROSSI, patient), version, reader, List.of());
        boolean owner = reader.equals(OWNER);
        MessageSlice slice =
                Answers.current(scene.conversations().read(access, new MessageRange.After(0, owner ? 1_000 : 1)));
        care.add(List.of(slice.after(), slice.unread(), slice.otherSideCursor()));
        if (owner) {
            slice.messages().forEach(this::add);
            care.add(Answers.current(scene.conversations().eventsAfter(access, 0, 1_000)).events().stream()
                    .map(event -> List.of(event.getClass().getSimpleName(), event.revision()))
                    .toList());
        }
    }

    private void add(Message message) {
        care.add(List.of(
                message.seq(),
                message.time(),
                message.authorship(),
                message.kind(),
                message.text(),
                message.attachments(),
                message.retraction()));
    }

    private void add(AuditRecord record) {
        audit.add(List.of(
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation().isPresent(),
                record.group(),
                Set.copyOf(record.about()),
                record.time(),
                record.count()));
    }
}
