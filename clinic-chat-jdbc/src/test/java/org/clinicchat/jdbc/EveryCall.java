package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeView;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.port.Storage;

/** All that people and the host can ask and do in a {@link GrownClinic}, so that each statement of the store is sent once. */
final class EveryCall implements AutoCloseable {

    private static final int TOGETHER = 32;

    private final ClinicChat chat;
    private final Clinic clinic;
    private int sent;

    EveryCall(Storage storage) {
        chat = ClinicChat.on(storage).sweepOnDemand().build();
        clinic = chat.clinic(GrownClinic.CLINIC);
    }

    @Override
    public void close() {
        chat.close();
    }

    void make() {
        PracticeView owner = clinic.practitioner(GrownClinic.OWNER);
        PracticeView substitute = clinic.practitioner(GrownClinic.COLLEAGUE).substituteFor(GrownClinic.OWNER);
        lists(owner);
        lists(substitute);
        List.of(1, 3).forEach(number -> {
            talk(clinic.patient(patient(number)).conversationWith(GrownClinic.OWNER), number);
            talk(owner.conversationWith(patient(number)), number);
            talk(substitute.conversationWith(patient(number)), number);
        });
        host();
        sendTogether();
    }

    private static PatientId patient(int number) {
        return PatientId.of("p-" + number);
    }

    private void lists(PracticeView reader) {
        reader.totals().orThrow();
        for (InboxQuery query : List.of(
                InboxQuery.all(),
                InboxQuery.all().unread(),
                InboxQuery.all().awaitingReply(),
                InboxQuery.all().disabled())) {
            for (String search : List.of("", "rossi12", "r", "given1 r")) {
                InboxPage first = reader.inbox(query.search(search)).orThrow();
                first.next()
                        .ifPresent(next ->
                                reader.inbox(query.search(search).after(next)).orThrow());
            }
        }
        clinic.patient(patient(1)).conversations().orThrow();
        reader.subscribe((conversation, event) -> {}).orThrow().close();
    }

    private void talk(Conversation conversation, int number) {
        conversation.canSend().orThrow();
        conversation.open(2).orThrow();
        conversation.peek(2).orThrow();
        conversation.latest(2).orThrow();
        conversation.after(MessageSeq.of(1), 2).orThrow();
        conversation.before(MessageSeq.of(4), 2).orThrow();
        conversation.resume(Revision.of(1), 2).orThrow();
        conversation.markUnread().orThrow();
        conversation.markRead(MessageSeq.of(2)).orThrow();
        Receipt receipt = conversation.send(draft(number)).orThrow();
        conversation.send(draft(number).seenUpTo(receipt.seq())).orThrow();
        conversation.retract(receipt.message()).orThrow();
        conversation.markRead(MessageSeq.of(2)).orThrow();
    }

    private Draft draft(int number) {
        sent++;
        return Draft.of(ClientMessageId.of("draft-" + sent), patient(number), "Buongiorno");
    }

    private void host() {
        PatientProfile patient = PatientProfile.of(PatientId.of("new"), "Nuova", "Paziente");
        clinic.host().putPatient(patient);
        Draft first = Draft.of(ClientMessageId.of("first"), patient.id(), "Buongiorno");
        clinic.patient(patient.id())
                .conversationWith(GrownClinic.OWNER)
                .send(first)
                .orThrow();
        clinic.host().putPatient(PatientProfile.of(patient.id(), "Nuova", "Rossi"));
        clinic.host().notice(GrownClinic.OWNER, draft(5)).orThrow();
        clinic.practitioner(GrownClinic.OWNER)
                .conversationWith(patient.id())
                .disable()
                .orThrow();
        clinic.host().audit(0, 10);
    }

    /** So many at once that some of them are stored together. */
    private void sendTogether() {
        CyclicBarrier together = new CyclicBarrier(TOGETHER);
        ExecutorService patients = Executors.newFixedThreadPool(TOGETHER);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 100; number < 100 + TOGETHER; number++) {
                PatientId patient = patient(number);
                all.add(patients.submit(() -> {
                    Conversation conversation = clinic.patient(patient).conversationWith(GrownClinic.OWNER);
                    together.await();
                    return conversation
                            .send(Draft.of(ClientMessageId.of("together"), patient, "Uno"))
                            .orThrow();
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            patients.shutdown();
        }
    }
}
