package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.SmallClinic.chat;
import static org.clinicchat.testkit.contract.SmallClinic.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.clinicchat.testkit.Breakdown;
import org.clinicchat.testkit.FaultStore;
import org.clinicchat.testkit.FaultStore.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the chat promises when its storage fails in the middle: what was acknowledged stays, what was not is wholly absent or
 * wholly present, and doing it again settles it (SAFE-7, CARE-8). For every operation of the façade the storage breaks down
 * at its first step, at the second, and so on. Nothing but a {@link StorageFault} comes out, and it tells nothing of anybody
 * (SAFE-5).
 */
public interface FaultContract extends StorageUnderTest {

    /**
     * The ways to break down. By default at every call of a port, before the storage has done its part and after; a storage
     * on a database gives those of its connections at every statement, which say more.
     *
     * @param storage the sound storage; each way must break the same data
     * @return at least one
     */
    default List<Breakdown> breakdowns(Storage storage) {
        return FaultStore.breakdowns(storage);
    }

    /**
     * After a breakdown at any step all is as before the operation or as after it, and as before it if the fault says that
     * its outcome is known; where a conversation begins by it, it may have begun. Then the same operation again, at the same
     * node and at another, gives the first answer and leaves what one operation would have left.
     *
     * @param operation which
     */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-5")
    @Tag("SAFE-7")
    @Tag("CARE-8")
    default void aFaultLeavesAllOrNothing(FacadeOperation operation) {
        Storage storage = storage();
        FaultTrial trial = new FaultTrial(storage, operation, Undisturbed.of(storage, operation));
        for (Breakdown breakdown : breakdowns(storage)) {
            assertThat(trial.stepsOf(breakdown))
                    .as("an operation asks the storage")
                    .isPositive();
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
        List<Breakdown> breakdowns = breakdowns(storage);
        Random random = new Random(8);
        List<MessageSeq> acknowledged = new ArrayList<>();
        long before = texts(storage, clinic).size();
        for (int i = 0; i < 40; i++) {
            Breakdown breakdown = breakdowns.get(random.nextInt(breakdowns.size()));
            Draft draft = draft(ANNA, "storm-" + i, "Messaggio " + i);
            try (ClinicChat chat = chat(breakdown.storage())) {
                acknowledged.add(sendUntilAcknowledged(clinic.at(chat), breakdown, random, draft));
            }
            breakdown.heal();
        }
        List<String> texts = texts(storage, clinic);
        assertThat(texts).hasSize((int) before + 40);
        for (int i = 0; i < 40; i++) {
            assertThat(acknowledged.get(i).value()).isEqualTo(before + 1 + i);
            assertThat(texts.get((int) before + i)).isEqualTo("Messaggio " + i);
        }
    }

    /** The automatic reply goes out once, whatever broke down when its trigger was sent. */
    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    default void theAutomaticReplyGoesOutOnce() {
        Storage storage = storage();
        for (Breakdown breakdown : breakdowns(storage)) {
            boolean struck = true;
            for (long step = 1; struck; step++) {
                SmallClinic clinic = SmallClinic.on(storage);
                try (ClinicChat chat = chat(breakdown.storage())) {
                    clinic.at(chat).settings().writeAutoReply("Torno venerdì").orThrow();
                    breakdown.strike(step);
                    struck = sendsOnce(clinic.at(chat), breakdown);
                }
                List<Message> log = log(storage, clinic);
                assertThat(log.stream().filter(message -> message.kind() == MessageKind.AUTO_REPLY))
                        .extracting(Message::text)
                        .containsExactly("Torno lunedì", "Torno venerdì");
                assertThat(log).hasSize(5);
            }
        }
    }

    /** What was committed is told to subscribers, in order and without a gap, whatever step of its delivery fails. */
    @Test
    @Tag("LIVE-2")
    @Tag("SAFE-7")
    default void whatWasCommittedIsToldAfterTheFault() {
        Storage storage = storage();
        for (Breakdown breakdown : breakdowns(storage)) {
            boolean struck = true;
            for (long step = 1; struck; step++) {
                SmallClinic clinic = SmallClinic.on(storage);
                List<ConversationEvent> told = new ArrayList<>();
                try (ClinicChat chat = chat(breakdown.storage())) {
                    Subscription subscription = clinic.at(chat)
                            .owner()
                            .subscribe((key, event) -> told.add(event))
                            .orThrow();
                    breakdown.strike(step);
                    struck = sendsOnce(clinic.at(chat), breakdown);
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

    /** Sends, and once more if it fails; whether anything broke down. */
    private static boolean sendsOnce(SmallClinic.At at, Breakdown breakdown) {
        Draft draft = draft(ANNA, "once", "Una volta");
        boolean sent = sends(at, draft).isPresent();
        boolean struck = breakdown.hasStruck();
        breakdown.heal();
        assertThat(sent || struck).isTrue();
        assertThat(sends(at, draft)).contains(MessageSeq.of(4));
        return struck;
    }

    private static MessageSeq sendUntilAcknowledged(
            SmallClinic.At at, Breakdown breakdown, Random random, Draft draft) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            // The longer it lasts, the later: a send may take many steps.
            breakdown.strike(1 + random.nextInt(4 + attempt));
            Optional<MessageSeq> sent = sends(at, draft);
            assertThat(sent.isPresent() || breakdown.hasStruck()).isTrue();
            if (sent.isPresent()) {
                return sent.get();
            }
            breakdown.heal();
        }
        throw new AssertionError("a send was never acknowledged");
    }

    private static Optional<MessageSeq> sends(SmallClinic.At at, Draft draft) {
        try {
            return Optional.of(at.patients(ANNA).send(draft).orThrow().seq());
        } catch (StorageFault fault) {
            return Optional.empty();
        }
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
