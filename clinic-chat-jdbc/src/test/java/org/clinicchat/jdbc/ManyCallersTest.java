package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.people.PatientId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Very many callers on two nodes: every one succeeds, there is no gap, and every receipt is right. */
class ManyCallersTest {

    private static final int CALLERS = 256;
    private static final int OF_A_NODE = 32;

    /** All on one conversation. */
    @ParameterizedTest
    @EnumSource
    @Tag("CARE-7")
    void allSucceedOnOneConversation(Dialect dialect) {
        allSucceed(dialect, List.of(HeldClinic.ANNA));
    }

    /** Each on two in turn. */
    @ParameterizedTest
    @EnumSource
    @Tag("CARE-7")
    void allSucceedOnTwoInTurn(Dialect dialect) {
        allSucceed(dialect, List.of(HeldClinic.ANNA, HeldClinic.BRUNO));
    }

    /** On one node: nobody makes another begin anew, so that each costs what he would cost alone, or less. */
    @ParameterizedTest
    @EnumSource
    void noneOvertakesAnotherOfHisNode(Dialect dialect) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            AtomicLong statements = new AtomicLong();
            clinic.held.first(step -> {
                if (step.kind() == Kind.STATEMENT && step.moment() == Moment.AFTER) {
                    statements.incrementAndGet();
                }
                return false;
            });
            List<PatientId> anna = List.of(HeldClinic.ANNA);
            sends(clinic.here, 0, anna);
            statements.set(0);
            sends(clinic.here, 1, anna);
            long ofOne = statements.getAndSet(0);
            atOnce(OF_A_NODE, number -> sends(clinic.here, number, anna));
            assertThat(statements.get()).as("statements").isLessThanOrEqualTo(OF_A_NODE * ofOne);
        }
    }

    private static void allSucceed(Dialect dialect, List<PatientId> patients) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            List<Receipt> receipts = receipts(clinic, patients);
            assertThat(receipts).hasSize(CALLERS * patients.size());
            for (PatientId patient : patients) {
                holds(receipts, HeldClinic.owner(clinic.there, patient));
            }
        }
    }

    private static List<Receipt> receipts(HeldClinic clinic, List<PatientId> patients) {
        return atOnce(CALLERS, number -> sends(number % 2 == 0 ? clinic.here : clinic.there, number, patients));
    }

    private static List<Receipt> atOnce(int many, IntFunction<List<Receipt>> call) {
        CyclicBarrier start = new CyclicBarrier(many);
        List<Called<List<Receipt>>> callers = IntStream.range(0, many)
                .mapToObj(number -> Called.by("caller-" + number, () -> {
                    start.await();
                    return call.apply(number);
                }))
                .toList();
        return callers.stream().flatMap(caller -> caller.get().stream()).toList();
    }

    private static List<Receipt> sends(Clinic node, int number, List<PatientId> patients) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < patients.size(); i++) {
            PatientId patient = patients.get((number + i) % patients.size());
            receipts.add(HeldClinic.patient(node, patient, HeldClinic.ROSSI)
                    .send(Draft.of(patient, "Messaggio " + number))
                    .orThrow());
        }
        return receipts;
    }

    private static void holds(List<Receipt> receipts, Conversation talk) {
        List<MessageId> log = talk.after(MessageSeq.ZERO, 500).orThrow().messages().stream()
                .map(message -> message.id())
                .toList();
        List<Receipt> here = receipts.stream()
                .filter(receipt -> log.contains(receipt.message()))
                .toList();
        assertThat(here.stream().map(receipt -> receipt.seq().value()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, CALLERS).boxed().toList());
        assertThat(here)
                .allSatisfy(receipt ->
                        assertThat(log.get((int) receipt.seq().value() - 1)).isEqualTo(receipt.message()));
    }
}
