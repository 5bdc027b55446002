package org.clinicchat.testkit.contract;

import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.Storage;

/** Every answer that a storage gives about one clinic. */
record EveryAnswer(List<Object> answers, List<AuditRecord> audit) {

    private static final List<PractitionerId> PRACTITIONERS = List.of(ROSSI, BIANCHI, VERDI);
    private static final List<PatientId> PATIENTS = List.of(ANNA, BRUNO);
    private static final List<ConversationId> CONVERSATIONS =
            List.of(ConversationId.of("same-chat-of-anna"), ConversationId.of("same-chat-of-bruno"));

    /** A clinic in which everything has the same ids as in others. */
    static Chat sameIds(Scene scene) {
        scene.add(ROSSI);
        scene.put(PatientProfile.of(ANNA, "Anna", "Neri"));
        scene.put(PatientProfile.of(BRUNO, "Bruno", "Neri"));
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        scene.permit(ROSSI, ANNA, true);
        scene.storage
                .audit()
                .refused(AuditRecord.refused(
                        RefusalCode.NOT_FOUND, scene.patient(), Optional.empty(), AuditStoreContract.MINUTE));
        Chat chat = new Chat(scene, scene.key(ROSSI, ANNA), CONVERSATIONS.get(0));
        chat.patientSays("Uno");
        chat.patientSays("Due");
        chat.ownerSays("Tre");
        chat.markRead(COLLEAGUE, 1, ReadState.NO_TICKET);
        return chat;
    }

    static EveryAnswer of(Chat chat) {
        Scene scene = chat.scene;
        List<Object> answers = new ArrayList<>();
        facts(scene, answers);
        for (PersonRef reader : List.of(OWNER, COLLEAGUE, PATIENT)) {
            ofChat(chat, reader, answers);
        }
        lists(scene, answers);
        return new EveryAnswer(answers, scene.audit());
    }

    private static void facts(Scene scene, List<Object> answers) {
        Optional<ClientMessageId> asked = Optional.of(ClientMessageId.of("same-id"));
        for (Actor actor : List.of(scene.owner(), scene.substitute(), scene.patient(), scene.host())) {
            for (PatientId patient : PATIENTS) {
                answers.add(scene.conversations().facts(new CareQuestion(scene.key(ROSSI, patient), actor, asked)));
            }
        }
        CONVERSATIONS.forEach(id -> answers.add(scene.conversations().find(scene.clinic, id)));
    }

    private static void ofChat(Chat chat, PersonRef reader, List<Object> answers) {
        Access access = chat.access(reader);
        var store = chat.scene.conversations();
        answers.add(Answers.current(store.read(access, new MessageRange.After(0, 100))));
        answers.add(Answers.current(store.read(access, new MessageRange.Before(3, 100))));
        answers.add(Answers.current(store.read(access, new MessageRange.Unseen(100))));
        answers.add(Answers.current(store.eventsAfter(access, 0, 100)));
        for (Message message : chat.messages()) {
            answers.add(Answers.current(store.retractionFacts(access, message.id())));
        }
    }

    private static void lists(Scene scene, List<Object> answers) {
        Storage storage = scene.storage;
        for (PractitionerId practitioner : PRACTITIONERS) {
            answers.add(storage.practices().facts(scene.clinic, practitioner, ROSSI));
            answers.add(storage.practices().facts(scene.clinic, ROSSI, practitioner));
            answers.add(List.copyOf(storage.inboxes().positions(scene.clinic, practitioner)));
            for (boolean permittedOnly : List.of(true, false)) {
                PersonRef reader = PersonRef.of(practitioner);
                InboxAccess access = new InboxAccess(
                        scene.clinic, ROSSI, scene.version(ROSSI), practitioner, reader, permittedOnly, List.of());
                answers.add(Answers.current(storage.inboxes().page(access, Inbox.scan(Optional.empty(), 100))));
                answers.add(Answers.current(storage.inboxes().totals(access)));
            }
        }
        for (PatientId patient : PATIENTS) {
            answers.add(storage.directory().patient(scene.clinic, patient));
            answers.add(List.copyOf(storage.inboxes().positions(scene.clinic, patient)));
            answers.add(storage.inboxes().patientPage(scene.clinic, patient, false, Optional.empty(), 100));
            answers.add(storage.inboxes().patientPage(scene.clinic, patient, true, Optional.empty(), 100));
        }
    }
}
