package org.clinicchat.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.HostView;
import org.clinicchat.PracticeConversation;
import org.clinicchat.PracticeView;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.CountingIds;
import org.clinicchat.testkit.SettableClock;

/**
 * A clinic in which a little of everything has happened, with nothing left to chance: done twice, it is twice the same. The
 * library did it once on tables of version 1; the rows are beside the tests, in {@code version-1.sql}.
 */
final class EarlierClinic implements AutoCloseable {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PractitionerId VERDI = PractitionerId.of("verdi");
    private static final PractitionerId BIANCHI = PractitionerId.of("bianchi");
    private static final PractitionerId NERI = PractitionerId.of("neri");

    private static final String ASTRAL = "a" + "𠮷".repeat(70);

    private static final List<PatientProfile> PATIENTS = List.of(
            patient(1, "Nicolò", "D'Amico").with(PersonIdentifier.CODICE_FISCALE, "DMCNCL80A01H501X"),
            patient(2, "Maria Rosa", "D’Amico"),
            patient(3, "Luca", "De Luca").with("urn:card", "MRA-12/34"),
            patient(4, "Günther", "Straße"),
            patient(5, "李", "小龍"),
            patient(6, "Łucja", "Łódź").with("urn:card", "12345").with("urn:other", "a b c"),
            patient(7, "", ""),
            patient(8, "Élodie", "Lefèvre-Moreau"),
            patient(9, "x".repeat(150), "y".repeat(100)),
            patient(10, ASTRAL, "Zeta"),
            patient(11, "Maria", "Bianchi"));

    private static final List<String> SEARCHES = List.of(
            "",
            "d",
            "damico",
            "maria",
            "mar ros dam",
            "luca de",
            "DMCNCL80",
            "mra12",
            "strass",
            "李",
            "lodz",
            "12345",
            "abc",
            "a",
            "x".repeat(100),
            "x".repeat(150),
            "x".repeat(151),
            "y".repeat(100),
            "a" + "𠮷".repeat(49),
            "a" + "𠮷".repeat(70),
            "a" + "𠮷".repeat(71),
            "zeta",
            "zanetti",
            "%",
            "!");

    private final SettableClock clock = SettableClock.atSomeMorning();
    private final int day;
    private final ClinicChat chat;
    private final Clinic clinic;
    private int sent;

    /** The clinic on the first day, or on the second. */
    EarlierClinic(Storage storage, String id, int day) {
        this.day = day;
        clock.move(Duration.ofDays(day));
        chat = ClinicChat.on(storage)
                .clock(clock)
                .ids(CountingIds.ascending(day))
                .sweepOnDemand()
                .deliverOn(Runnable::run)
                .build();
        clinic = chat.clinic(ClinicId.of(id));
    }

    private static PatientProfile patient(int number, String givenName, String familyName) {
        return PatientProfile.of(PatientId.of("patient-" + number), givenName, familyName);
    }

    @Override
    public void close() {
        chat.close();
    }

    /** What happened on the first day, on version 1. */
    void past() {
        people();
        for (PatientProfile patient : PATIENTS.subList(0, 10)) {
            patientSays(ROSSI, patient, "Buongiorno");
        }
        for (PatientProfile patient : PATIENTS.subList(0, 4)) {
            patientSays(VERDI, patient, "Salve");
            practiceSays(clinic.practitioner(ROSSI), patient, "Mi dica");
        }
        retractions();
        marks();
        clinic.practitioner(ROSSI)
                .conversationWith(PATIENTS.get(5).id())
                .disable()
                .orThrow();
        clinic.host().notice(ROSSI, draft(PATIENTS.get(6), "Chiuso")).orThrow();
        clinic.host().putPatient(patient(2, "Maria Rosa", "Zanetti"));
    }

    private void people() {
        HostView host = clinic.host();
        List.of(ROSSI, VERDI, BIANCHI, NERI).forEach(host::putPractice);
        PATIENTS.forEach(host::putPatient);
        host.putWorkGroup(WorkGroup.of(WorkGroupId.of("group"), ROSSI, BIANCHI, NERI));
        host.linkPerson(NERI, PATIENTS.get(7).id());
        for (PractitionerId practitioner : List.of(ROSSI, VERDI)) {
            clinic.practitioner(practitioner).settings().activateService().orThrow();
        }
        clinic.practitioner(ROSSI).settings().activateAutoReply("Torno lunedì").orThrow();
        clinic.practitioner(ROSSI).settings().showToSubstitutes().orThrow();
    }

    /** Of messages that were read, that were not, that a substitute had read, and of the practice's own. */
    private void retractions() {
        retract(with(PATIENTS.get(0)), patientSays(ROSSI, PATIENTS.get(0), "Sbagliato"));
        MessageId read = patientSays(ROSSI, PATIENTS.get(1), "Letto");
        clinic.practitioner(ROSSI).conversationWith(PATIENTS.get(1).id()).open().orThrow();
        retract(with(PATIENTS.get(1)), read);
        MessageId seen = patientSays(ROSSI, PATIENTS.get(2), "Visto");
        bianchi().conversationWith(PATIENTS.get(2).id()).open().orThrow();
        retract(with(PATIENTS.get(2)), seen);
        retract(with(PATIENTS.get(2)), patientSays(ROSSI, PATIENTS.get(2), "Non visto"));
        patientSays(ROSSI, PATIENTS.get(2), "Ancora");
        PracticeConversation own =
                clinic.practitioner(ROSSI).conversationWith(PATIENTS.get(3).id());
        retract(own, practiceSays(clinic.practitioner(ROSSI), PATIENTS.get(3), "Errore"));
    }

    private void marks() {
        practiceSays(bianchi(), PATIENTS.get(4), "Per conto del collega");
        bianchi().conversationWith(PATIENTS.get(3).id()).markUnread().orThrow();
        clinic.practitioner(ROSSI).conversationWith(PATIENTS.get(4).id()).open().orThrow();
        clinic.practitioner(ROSSI)
                .conversationWith(PATIENTS.get(4).id())
                .markUnread()
                .orThrow();
        with(PATIENTS.get(8)).open().orThrow();
    }

    /** What happens on the second day, and goes over all that an upgrade made. */
    void future() {
        clinic.host().putPatient(patient(1, "Nicolò Zeno", "D'Amico"));
        clinic.host().putPatient(patient(10, "Aldo", "Zeta"));
        clinic.host().putPatient(patient(7, "Ada", "").with("urn:card", "12399"));
        patientSays(ROSSI, PATIENTS.get(10), "Sono nuova");
        retract(with(PATIENTS.get(10)), patientSays(ROSSI, PATIENTS.get(10), "Ritiro"));
        retract(with(PATIENTS.get(0)), patientSays(ROSSI, PATIENTS.get(0), "Ritiro"));
        clinic.practitioner(NERI)
                .substituteFor(ROSSI)
                .conversationWith(PATIENTS.get(1).id())
                .open()
                .orThrow();
    }

    private PracticeView bianchi() {
        return clinic.practitioner(BIANCHI).substituteFor(ROSSI);
    }

    private Conversation with(PatientProfile patient) {
        return clinic.patient(patient.id()).conversationWith(ROSSI);
    }

    private MessageId patientSays(PractitionerId practitioner, PatientProfile patient, String text) {
        return said(clinic.patient(patient.id()).conversationWith(practitioner), patient, text);
    }

    private MessageId practiceSays(PracticeView practice, PatientProfile patient, String text) {
        return said(practice.conversationWith(patient.id()), patient, text);
    }

    private MessageId said(Conversation conversation, PatientProfile patient, String text) {
        clock.move(Duration.ofMinutes(1));
        return conversation.send(draft(patient, text)).orThrow().message();
    }

    private static void retract(Conversation conversation, MessageId message) {
        conversation.retract(message).orThrow();
    }

    private Draft draft(PatientProfile patient, String text) {
        sent++;
        return Draft.of(ClientMessageId.of("client-" + day + "-" + sent), patient.id(), text);
    }

    /** Every list, search, total and page, as each reader has it. */
    List<Object> answers() {
        List<Object> answers = new ArrayList<>();
        List<PracticeView> readers = List.of(
                clinic.practitioner(ROSSI),
                clinic.practitioner(VERDI),
                bianchi(),
                clinic.practitioner(NERI).substituteFor(ROSSI));
        for (PracticeView reader : readers) {
            answers.add(reader.totals().orThrow());
            for (String search : SEARCHES) {
                InboxQuery query = InboxQuery.all().search(search).limit(3);
                answers.addAll(pages(reader, query));
                answers.addAll(pages(reader, query.unread()));
            }
            answers.addAll(pages(reader, InboxQuery.all().awaitingReply()));
            answers.addAll(pages(reader, InboxQuery.all().disabled()));
        }
        for (PatientProfile patient : PATIENTS) {
            answers.add(clinic.patient(patient.id()).conversations().orThrow());
            answers.add(with(patient).peek(50).fold(page -> page, refusal -> refusal.code()));
            answers.add(
                    bianchi().conversationWith(patient.id()).latest(50).fold(page -> page, refusal -> refusal.code()));
        }
        return answers;
    }

    private static List<InboxPage> pages(PracticeView reader, InboxQuery query) {
        List<InboxPage> pages = new ArrayList<>();
        Optional<PageCursor> after = Optional.empty();
        do {
            InboxPage page = reader.inbox(after.map(query::after).orElse(query)).orThrow();
            pages.add(page);
            after = page.next();
        } while (after.isPresent());
        return pages;
    }
}
