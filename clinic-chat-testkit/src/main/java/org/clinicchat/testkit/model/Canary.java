package org.clinicchat.testkit.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.PracticeView;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusedException;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;

/** Plants the word "canary" wherever people, texts and their ids can be, asks everything, and listens. */
final class Canary {

    private static final String WORD = "canary";
    private static final PractitionerId DOCTOR = PractitionerId.of("canary-doctor");
    private static final PractitionerId COLLEAGUE = PractitionerId.of("canary-colleague");
    private static final PatientId PATIENT = PatientId.of("canary-patient");

    private final List<Object> given = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    /** Every value and exception that was given, each with all its parts. */
    List<Object> given() {
        return given;
    }

    /** The message of every refusal, in both languages. */
    List<String> messages() {
        return messages;
    }

    /** What a value says that it must not. */
    static Optional<String> sung(Object value) {
        String said = value instanceof Throwable thrown ? String.valueOf(thrown.getMessage()) : value.toString();
        return said.toLowerCase(Locale.ROOT).contains(WORD) ? Optional.of(said) : Optional.empty();
    }

    void plant(CareScene scene) {
        PatientProfile profile = PatientProfile.of(PATIENT, "Canary", "Canaryson")
                .with(PersonIdentifier.CODICE_FISCALE, "CANARY80A41H501X");
        WorkGroup group = WorkGroup.of(CareScene.GROUP, DOCTOR, COLLEAGUE);
        scene.host().putPractice(DOCTOR);
        scene.host().putPatient(profile);
        scene.host().putWorkGroup(group);
        var settings = scene.clinic.practitioner(DOCTOR).settings();
        took(settings.activateService());
        took(settings.showToSubstitutes());
        took(settings.activateAutoReply("the canary is away"));
        took(settings.activateAutoReply("the canary\u0007"));
        took(profile);
        took(group);
        took(new ConversationKey(scene.id(), DOCTOR, PATIENT));
        refused(() -> PatientId.of("canary/patient"));
        refused(() -> PatientProfile.of(PATIENT, "canary\u0007", ""));
        refused(() -> profile.with("canary\u0000", "canary"));
    }

    void askEverything(CareScene scene) {
        var doctor = scene.clinic.practitioner(DOCTOR);
        var colleague = scene.clinic.practitioner(COLLEAGUE).substituteFor(DOCTOR);
        var patient = scene.clinic.patient(PATIENT);
        took(doctor.subscribe((key, event) -> took(List.of(key, event))).isAccepted());
        took(colleague
                .subscribe((key, event) -> {
                    throw new IllegalStateException("canary in a listener");
                })
                .isAccepted());
        talk(patient.conversationWith(DOCTOR));
        talk(colleague.conversationWith(PATIENT));
        talk(doctor.conversationWith(PATIENT));
        PracticeConversation owned = doctor.conversationWith(PATIENT);
        took(owned.disable("the canary asked for it"));
        took(owned.disable("canary\u0007".repeat(100)));
        took(patient.conversationWith(DOCTOR).send(draft("canary after closing time")));
        talk(scene.clinic.patient(PATIENT).conversationWith(COLLEAGUE));
        lists(doctor);
        lists(colleague);
        took(patient.conversations());
        took(patient.conversations(1, PageCursor.of("canary")));
        took(scene.host().notice(DOCTOR, draft("canary notice")));
        took(scene.host().audit(0, 1000));
        took(patient);
        took(doctor);
        took(owned);
        scene.chat.sweep();
    }

    private void talk(Conversation talk) {
        Draft draft = draft("the canary sings");
        took(draft);
        took(talk.send(draft));
        took(talk.send(draft("the canary sings again").expectingHead(MessageSeq.ZERO)));
        took(talk.send(draft("canary\u0007")));
        took(talk.send(draft("canary".repeat(2000))));
        took(talk.send(new Draft(
                draft.clientId(), PATIENT, "canary with a used id", List.of(), Optional.empty(), Optional.empty())));
        took(talk.send(Draft.of(ClientMessageId.of("canary/id"), PATIENT, "canary")));
        took(talk.send(Draft.of(PatientId.of("canary-other"), "canary")));
        took(talk.open());
        took(talk.latest(5));
        took(talk.resume(Revision.ZERO));
        took(talk.retract(MessageId.of("canary/message")));
        took(talk.markRead(ReadTicket.of("canary"), MessageSeq.of(1)));
        took(talk.canSend());
        talk.open().toOptional().stream()
                .flatMap(page -> page.messages().stream().limit(1))
                .forEach(message -> took(talk.retract(message.id())));
    }

    private void lists(PracticeView view) {
        took(view.inbox(InboxQuery.all()));
        took(InboxQuery.all().search("canary"));
        took(view.inbox(InboxQuery.all().search("canary")));
        took(view.inbox(InboxQuery.all().search("canary".repeat(50))));
        took(view.inbox(InboxQuery.all().after(PageCursor.of("canary"))));
        took(view.totals());
    }

    private static Draft draft(String text) {
        return Draft.of(ClientMessageId.of("canary-" + ClientMessageId.random().value()), PATIENT, text);
    }

    private void refused(Supplier<Object> mistake) {
        try {
            took(mistake.get());
        } catch (RuntimeException e) {
            given.add(e);
        }
    }

    /** Keeps a value and all its parts but bare texts. */
    private void took(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::took);
        } else if (value instanceof Collection<?> values) {
            values.forEach(this::took);
        } else if (!(value instanceof String)) {
            given.add(value);
            parts(value);
        }
    }

    private void parts(Object value) {
        if (value instanceof Outcome<?> outcome) {
            outcome.whyNot().ifPresent(this::words);
        }
        if (value instanceof Record) {
            for (RecordComponent component : Words.components(value)) {
                took(Words.part(value, component));
            }
        }
    }

    private void words(Refusal refusal) {
        messages.add(refusal.message(Locale.ENGLISH));
        messages.add(refusal.message(Locale.ITALIAN));
        given.add(new RefusedException(refusal));
    }
}
