package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.SmallClinic.chat;
import static org.clinicchat.testkit.contract.SmallClinic.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.clinicchat.ClinicChat;
import org.clinicchat.Subscription;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.FaultStore;
import org.clinicchat.testkit.FaultStore.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the chat promises when its storage fails in the middle: what was acknowledged stays, what was not is wholly absent or
 * wholly present, and doing it again settles it (SAFE-7, CARE-8). For every operation of the façade the fault strikes at the
 * first call of the storage, at the second, and so on, before the storage has done its part and after.
 */
public interface FaultContract extends StorageUnderTest {

    /**
     * After a fault at any call all is as before the operation or as after it; where a conversation begins by it, it may have
     * begun. Then the same operation again, at the same node and at another, gives the first answer and leaves what one
     * operation would have left.
     *
     * @param operation which
     */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    @Tag("CARE-8")
    default void aFaultLeavesAllOrNothing(FacadeOperation operation) {
        Storage storage = storage();
        for (Fault fault : Fault.values()) {
            long call = 1;
            while (new FaultTrial(storage, operation, fault, call).strikes()) {
                call++;
                assertThat(call).as("calls of one operation").isLessThan(50);
            }
            assertThat(call).as("an operation asks the storage").isGreaterThan(1);
        }
    }

    /** A fault says that its outcome is known only where nothing has been sent. */
    @Test
    @Tag("SAFE-7")
    default void aKnownOutcomeIsNone() {
        Storage storage = storage();
        SmallClinic clinic = SmallClinic.on(storage);
        FaultStore faulty = FaultStore.over(storage);
        Picture before = Picture.of(storage, clinic.id());
        List<Boolean> known = new ArrayList<>();
        try (ClinicChat chat = chat(faulty)) {
            for (long call = 1; call <= 2; call++) {
                faulty.strike(call, Fault.REFUSED);
                known.add(sendFails(clinic.at(chat)));
                assertThat(Picture.of(storage, clinic.id())).isEqualTo(before);
            }
            faulty.strike(2, Fault.ANSWER_LOST);
            known.add(sendFails(clinic.at(chat)));
        }
        assertThat(known).containsExactly(true, true, false);
        assertThat(Picture.of(storage, clinic.id())).isNotEqualTo(before);
    }

    /** A storm of faults: every draft is sent until it is acknowledged, and stands in the log once and in order. */
    @Test
    @Tag("SAFE-7")
    @Tag("CARE-8")
    @Tag("AUTO-3")
    default void aStormOfFaultsLosesAndDoublesNothing() {
        Storage storage = storage();
        SmallClinic clinic = SmallClinic.on(storage);
        FaultStore faulty = FaultStore.over(storage);
        Random random = new Random(8);
        List<MessageSeq> acknowledged = new ArrayList<>();
        long before = texts(storage, clinic).size();
        try (ClinicChat chat = chat(faulty)) {
            for (int i = 0; i < 40; i++) {
                Draft draft = draft(ANNA, "storm-" + i, "Messaggio " + i);
                acknowledged.add(sendUntilAcknowledged(clinic.at(chat), faulty, random, draft));
            }
        }
        List<String> texts = texts(storage, clinic);
        assertThat(texts).hasSize((int) before + 40);
        for (int i = 0; i < 40; i++) {
            assertThat(acknowledged.get(i).value()).isEqualTo(before + 1 + i);
            assertThat(texts.get((int) before + i)).isEqualTo("Messaggio " + i);
        }
    }

    /** The automatic reply goes out once, however often its trigger was tried. */
    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    default void theAutomaticReplyGoesOutOnce() {
        Storage storage = storage();
        for (Fault fault : Fault.values()) {
            SmallClinic clinic = SmallClinic.on(storage);
            FaultStore faulty = FaultStore.over(storage);
            try (ClinicChat chat = chat(faulty)) {
                clinic.at(chat).settings().writeAutoReply("Torno venerdì").orThrow();
                for (long call = 1; call <= 3; call++) {
                    faulty.strike(call, fault);
                    assertThat(sendsOnce(clinic.at(chat), faulty)).isEqualTo(4);
                }
            }
            List<Message> log = log(storage, clinic);
            assertThat(log.stream().filter(message -> message.kind() == MessageKind.AUTO_REPLY))
                    .extracting(Message::text)
                    .containsExactly("Torno lunedì", "Torno venerdì");
        }
    }

    /** What was committed is told to subscribers, in order and without a gap, whatever call of its delivery fails. */
    @Test
    @Tag("LIVE-2")
    @Tag("SAFE-7")
    default void whatWasCommittedIsToldAfterTheFault() {
        Storage storage = storage();
        for (Fault fault : Fault.values()) {
            for (long call = 1; call <= 8; call++) {
                SmallClinic clinic = SmallClinic.on(storage);
                FaultStore faulty = FaultStore.over(storage);
                List<ConversationEvent> told = new ArrayList<>();
                try (ClinicChat chat = chat(faulty)) {
                    Subscription subscription = clinic.at(chat)
                            .owner()
                            .subscribe((key, event) -> told.add(event))
                            .orThrow();
                    faulty.strike(call, fault);
                    sendsOnce(clinic.at(chat), faulty);
                    sendsOnce(clinic.at(chat), faulty);
                    faulty.heal();
                    chat.sweep();
                    subscription.close();
                }
                assertThat(told.stream()
                                .map(event -> event.revision().value())
                                .distinct()
                                .toList())
                        .isEqualTo(
                                LongStream.rangeClosed(4, log(storage, clinic).size())
                                        .boxed()
                                        .toList())
                        .isNotEmpty();
            }
        }
    }

    private static boolean sendFails(SmallClinic.At at) {
        try {
            at.patients(ANNA).send(draft(ANNA, "op", "Ho la febbre"));
        } catch (StorageFault fault) {
            return fault.isOutcomeKnown();
        }
        throw new AssertionError("the fault of the storage was not told");
    }

    private static long sendsOnce(SmallClinic.At at, FaultStore faulty) {
        Draft draft = draft(ANNA, "once", "Una volta");
        try {
            return at.patients(ANNA).send(draft).orThrow().seq().value();
        } catch (StorageFault fault) {
            faulty.heal();
            return at.patients(ANNA).send(draft).orThrow().seq().value();
        }
    }

    private static MessageSeq sendUntilAcknowledged(SmallClinic.At at, FaultStore faulty, Random random, Draft draft) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Fault[] faults = Fault.values();
            faulty.strike(1 + random.nextInt(3), faults[random.nextInt(faults.length)]);
            try {
                return at.patients(ANNA).send(draft).orThrow().seq();
            } catch (StorageFault fault) {
                assertThat(faulty.hasStruck()).isTrue();
            }
        }
        throw new AssertionError("a send was never acknowledged");
    }

    private static List<String> texts(Storage storage, SmallClinic clinic) {
        return log(storage, clinic).stream().map(Message::text).toList();
    }

    private static List<Message> log(Storage storage, SmallClinic clinic) {
        return new Scene(storage, clinic.id())
                .chat(ROSSI, ANNA)
                .readAll(Scene.OWNER)
                .messages();
    }
}
