package org.clinicchat.jdbc;

import static org.clinicchat.jdbc.OpenPractice.ROSSI;

import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.PractitionerView;
import org.clinicchat.conversation.ConversationEvent.Arrived;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.FaultStore;
import org.clinicchat.testkit.LossyTransport;
import org.clinicchat.testkit.RecordingTransport;
import org.clinicchat.testkit.trace.Place;
import org.clinicchat.testkit.trace.TraceHunt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write in a care chat is in their messages, and in nothing that is logged, thrown, measured or named. */
class CareTracesTest {

    private static final int ANNA = 0;
    private static final int TEXTS = 3;

    static Stream<Storage> storages() {
        return Stream.of(
                InMemoryStorage.create(),
                TwoStores.on(Servers.fresh(Dialect.H2)).get(0));
    }

    @ParameterizedTest
    @MethodSource("storages")
    @Tag("SAFE-5")
    void aTextIsInItsMessageAndNowhereElse(Storage real) {
        FaultStore storage = FaultStore.over(real);
        OpenPractice practice = OpenPractice.with(1, storage);
        Place messages = Place.texts("messages", () -> texts(practice, real));
        try (TraceHunt hunt = TraceHunt.over(
                        messages,
                        Place.log(),
                        Place.javaLogging(),
                        Place.console(),
                        Place.threadNames(),
                        Place.systemProperties(),
                        Place.metrics());
                ClinicChat chat = brittle(storage)) {
            hunt.show(practice.at(chat).practitioner(ROSSI).subscribe((key, event) -> {
                throw new IllegalStateException(
                        event instanceof Arrived arrived ? arrived.message().text() : "");
            }));
            hunt.plant(TEXTS, text -> {
                write(hunt, chat, practice, text);
                fail(hunt, chat, practice, storage, text);
                read(hunt, chat, practice, text);
                hunt.show(practice.at(chat));
            });
            hunt.assertFoundOnlyIn(messages);
        }
    }

    /** A chat whose signals are lost in a noisy way, and that does all on the caller's thread. */
    private static ClinicChat brittle(Storage storage) {
        LossyTransport transport = LossyTransport.over(new RecordingTransport(), position -> {
            throw new IllegalStateException("no way through");
        });
        return ClinicChat.on(storage)
                .transport(transport)
                .deliverOn(Runnable::run)
                .sweepOnDemand()
                .build();
    }

    private static void write(TraceHunt hunt, ClinicChat chat, OpenPractice practice, String text) {
        Conversation talk = talk(chat, practice);
        PractitionerView rossi = practice.at(chat).practitioner(ROSSI);
        Draft draft = draft("Buongiorno, " + text + " \u2192 grazie");
        hunt.show(draft);
        hunt.show(talk.send(draft));
        hunt.show(talk.send(Draft.of(draft.clientId(), draft.patient(), text + " again")));
        hunt.show(talk.send(draft(text + "\u0007")));
        hunt.show(talk.send(draft(text.repeat(400))));
        hunt.show(talk.send(Draft.of(PatientId.of("somebody"), text)));
        hunt.show(talk.send(draft(text).expectingHead(MessageSeq.ZERO)));
        hunt.show(rossi.conversationWith(OpenPractice.patient(ANNA)).disable("asked for " + text));
        hunt.show(talk.send(draft(text)));
        hunt.show(rossi.conversationWith(OpenPractice.patient(ANNA)).enable(text));
        hunt.show(rossi.settings().activateAutoReply("away: " + text));
        hunt.show(rossi.settings().show());
    }

    /** At every call of the storage of a send and of an opening. */
    private static void fail(TraceHunt hunt, ClinicChat chat, OpenPractice practice, FaultStore storage, String text) {
        for (FaultStore.Fault fault : FaultStore.Fault.values()) {
            for (int call = 1; call <= 4; call++) {
                storage.strike(call, fault);
                try {
                    hunt.show(talk(chat, practice).send(draft(text)));
                    hunt.show(talk(chat, practice).open());
                } catch (StorageFault e) {
                    hunt.show(e);
                }
            }
        }
        storage.heal();
    }

    private static void read(TraceHunt hunt, ClinicChat chat, OpenPractice practice, String text) {
        Clinic clinic = practice.at(chat);
        PatientId named = PatientId.of(ClientMessageId.random().value());
        PatientProfile profile = PatientProfile.of(named, text, text);
        clinic.host().putPatient(profile);
        hunt.show(profile);
        Conversation hers = clinic.patient(named).conversationWith(ROSSI);
        hunt.show(hers.send(Draft.of(named, text)));
        PractitionerView rossi = clinic.practitioner(ROSSI);
        hunt.show(rossi.inbox(InboxQuery.all().search(text)));
        hunt.show(InboxQuery.all().search(text));
        hunt.show(clinic.patient(named).conversations());
        for (Outcome<?> outcome : List.of(hers.open(), hers.latest(5), hers.resume(Revision.ZERO))) {
            hunt.show(outcome);
            hunt.show(outcome.toOptional());
        }
        hunt.show(clinic.host().audit(0, 100));
        chat.sweep();
    }

    private static Draft draft(String text) {
        return Draft.of(OpenPractice.patient(ANNA), text);
    }

    private static Conversation talk(ClinicChat chat, OpenPractice practice) {
        return practice.at(chat).patient(OpenPractice.patient(ANNA)).conversationWith(ROSSI);
    }

    private static List<String> texts(OpenPractice practice, Storage storage) {
        try (ClinicChat chat = OpenPractice.chat(storage)) {
            return talk(chat, practice).latest(500).orThrow().messages().stream()
                    .map(Message::text)
                    .toList();
        }
    }
}
