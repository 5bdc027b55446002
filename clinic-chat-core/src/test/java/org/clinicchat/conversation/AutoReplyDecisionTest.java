package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.AutoReplyRepeat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoReplyDecisionTest {
    private static final AutoReply REPLY =
            AutoReply.NONE.saying("Back on Monday").switchedOn();
    private static final Draft HELLO = Scene.draft("Hello");

    @Test
    @Tag("AUTO-3")
    @Tag("AUTO-5")
    void theReplyStandsAtTheNextPlaceAndIsTheOwners() {
        List<Change> changes = changes(Scene.of(Scene.AS_PATIENT), HELLO);
        Change.MessageAppended reply = (Change.MessageAppended) changes.get(1);

        assertThat(changes).hasSize(3);
        assertThat(reply).isEqualTo(new Change.MessageAppended(7, expectedReply(), new Tally(1, 4), Optional.empty()));
        assertThat(changes.get(2)).isEqualTo(new Change.AutoReplyDelivered(REPLY.delivery()));
    }

    private static Message expectedReply() {
        return new Message(
                Scene.FRESH.autoReply().orElseThrow(),
                Scene.head(3).id(),
                MessageSeq.of(5),
                Scene.NOW,
                Authorship.of(PersonRef.of(Scene.OWNER)),
                MessageKind.AUTO_REPLY,
                "Back on Monday",
                List.of(),
                Optional.empty());
    }

    @Test
    @Tag("AUTO-1")
    void aFirstMessageAndAFileAloneTriggerIt() {
        Draft file = Scene.draft("").attaching(AttachmentRef.of("f1"));

        assertThat(replies(Scene.of(Scene.AS_PATIENT).notBegun(), HELLO)).isEqualTo(1);
        assertThat(replies(Scene.of(Scene.AS_PATIENT), file)).isEqualTo(1);
    }

    @Test
    @Tag("AUTO-1")
    void nothingOfThePracticeOrTheHostTriggersIt() {
        for (Actor writer : List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_HOST)) {
            assertThat(replies(Scene.of(writer), HELLO)).isZero();
        }
        assertThat(replies(Scene.of(Scene.AS_OWNER).notBegun(), HELLO)).isZero();
    }

    @Test
    @Tag("AUTO-1")
    void neitherARefusalNorARetryTriggersIt() {
        PriorSend prior = new PriorSend(Scene.KEY, Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello"));

        assertThat(CareDecisions.send(
                                Scene.of(Scene.AS_PATIENT)
                                        .autoReply(REPLY)
                                        .disabled()
                                        .facts(),
                                HELLO,
                                Scene.FRESH)
                        .isAccepted())
                .isFalse();
        assertThat(changes(Scene.of(Scene.AS_PATIENT).prior(prior), HELLO)).isEmpty();
    }

    @Test
    @Tag("AUTO-4")
    void aReplyThatIsOffIsNotSent() {
        Scene scene = Scene.of(Scene.AS_PATIENT).autoReply(REPLY.switchedOff());

        assertThat(CareDecisions.send(scene.facts(), HELLO, Scene.FRESH)
                        .orThrow()
                        .changes())
                .hasSize(1);
    }

    @ParameterizedTest
    @Tag("AUTO-2")
    @CsvSource({
        "ONCE_PER_TEXT, false, true, true, 1",
        "ONCE_PER_TEXT, true, false, false, 0",
        "ONCE_EVER, true, true, false, 1",
        "ONCE_EVER, false, false, true, 0",
        "ONCE_PER_ACTIVATION, true, false, true, 1",
        "ONCE_PER_ACTIVATION, false, true, false, 0",
    })
    void eachPolicyAsksItsOwnQuestionOfTheLedger(
            AutoReplyRepeat policy, boolean text, boolean activation, boolean ever, int replies) {
        Scene scene = Scene.of(Scene.AS_PATIENT)
                .settings(CareSettings.defaults().with(policy))
                .ledger(new AutoReplyLedger(text, activation, ever));

        assertThat(replies(scene, HELLO)).isEqualTo(replies);
    }

    @Test
    @Tag("AUTO-6")
    void itIsUnreadForThePatientAndNotForThePractice() {
        Message reply = expectedReply();

        assertThat(Side.PATIENT.counts(reply)).isTrue();
        assertThat(Side.PRACTICE.counts(reply)).isFalse();
    }

    @Test
    @Tag("AUTO-6")
    @Tag("READ-8")
    void itEndsNoWaitAndMovesNoCursor() {
        CareFacts facts = Scene.of(Scene.AS_PATIENT).autoReply(REPLY).facts();
        List<Change> changes =
                CareDecisions.send(facts, HELLO, Scene.FRESH).orThrow().changes();
        Optional<Instant> waiting = Evolution.evolve(facts.stored().state(), changes)
                .flatMap(state -> state.head().awaitingReplySince());

        assertThat(waiting).contains(Scene.NOW);
        assertThat(changes).noneMatch(Change.SeenUpTo.class::isInstance);
    }

    private static List<Change> changes(Scene scene, Draft draft) {
        return CareDecisions.send(scene.autoReply(REPLY).facts(), draft, Scene.FRESH)
                .orThrow()
                .changes();
    }

    private static long replies(Scene scene, Draft draft) {
        return changes(scene, draft).stream()
                .filter(Change.AutoReplyDelivered.class::isInstance)
                .count();
    }
}
