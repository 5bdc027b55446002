package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sending and opening, as decisions. */
class SendingTest {
    private static final Draft HELLO = Scene.draft("Hello");

    @Test
    @Tag("CARE-4")
    void thePatientMayWriteFirstAndThatBeginsTheConversation() {
        List<Change> changes = changes(Scene.of(Scene.AS_PATIENT).notBegun(), HELLO);

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0))
                .isEqualTo(new Change.ConversationStarted(Scene.FRESH.conversation(), Scene.KEY, Scene.NOW));
        Message message = ((Change.MessageAppended) changes.get(1)).message();
        assertThat(message)
                .isEqualTo(new Message(
                        Scene.FRESH.message(),
                        Scene.FRESH.conversation(),
                        MessageSeq.of(1),
                        Scene.NOW,
                        Authorship.of(PersonRef.of(Scene.PATIENT)),
                        MessageKind.HUMAN,
                        "Hello",
                        List.of(),
                        Optional.empty()));
    }

    @Test
    @Tag("CARE-7")
    void aMessageComesAfterTheHeadAndItsReceiptSaysWhere() {
        Draft draft = HELLO.attaching(AttachmentRef.of("f1"));
        Decision<Receipt> sent = CareDecisions.send(Scene.of(Scene.AS_OWNER).facts(), draft, Scene.FRESH)
                .orThrow();

        Change.MessageAppended appended =
                (Change.MessageAppended) sent.changes().get(0);
        assertThat(sent.changes()).hasSize(1);
        assertThat(appended.revision()).isEqualTo(6);
        assertThat(appended.tally()).isEqualTo(new Tally(1, 3));
        assertThat(appended.clientId()).contains(HELLO.clientId());
        assertThat(appended.message().attachments()).containsExactly(AttachmentRef.of("f1"));
        assertThat(sent.answer())
                .isEqualTo(
                        new Receipt(Scene.FRESH.message(), ConversationId.of("conv-1"), MessageSeq.of(4), Scene.NOW));
    }

    @Test
    @Tag("CARE-7")
    void aClockThatStandsBehindDoesNotTurnTimeBack() {
        Decision<Receipt> sent = CareDecisions.send(
                        Scene.of(Scene.AS_OWNER).now(Scene.START).facts(), HELLO, Scene.FRESH)
                .orThrow();

        assertThat(sent.answer().time()).isEqualTo(Scene.START.plusSeconds(3));
    }

    @Test
    @Tag("SUB-3")
    void aSubstitutesMessageHasBothNames() {
        Message message = message(changes(Scene.of(Scene.AS_SUBSTITUTE), HELLO));

        assertThat(message.authorship())
                .isEqualTo(new Authorship(PersonRef.of(Scene.COLLEAGUE), Optional.of(PersonRef.of(Scene.OWNER))));
    }

    @Test
    @Tag("READ-7")
    @Tag("SAFE-6")
    void whatTheSenderSawIsMarkedAndMoreThanThereIsIsRefused() {
        assertThat(changes(Scene.of(Scene.AS_OWNER), HELLO.seenUpTo(MessageSeq.of(2))))
                .contains(new Change.SeenUpTo(PersonRef.of(Scene.OWNER), 2));
        assertThat(changes(Scene.of(Scene.AS_OWNER), HELLO.seenUpTo(MessageSeq.of(3))))
                .contains(new Change.SeenUpTo(PersonRef.of(Scene.OWNER), 3));
        assertThat(refusal(Scene.of(Scene.AS_OWNER), HELLO.seenUpTo(MessageSeq.of(4))))
                .contains(RefusalCode.BEYOND_HEAD);
        assertThat(refusal(Scene.of(Scene.AS_OWNER).notBegun(), HELLO.seenUpTo(MessageSeq.of(1))))
                .contains(RefusalCode.BEYOND_HEAD);
        assertThat(changes(Scene.of(Scene.AS_OWNER), HELLO)).noneMatch(Change.SeenUpTo.class::isInstance);
    }

    @Test
    @Tag("CARE-8")
    void theSameIdWithTheSameContentGivesTheFirstReceipt() {
        Message first = Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello");
        CareFacts facts = Scene.of(Scene.AS_PATIENT)
                .disabled()
                .service(false)
                .prior(new PriorSend(Scene.KEY, first))
                .facts();

        assertThat(CareDecisions.send(facts, HELLO, Scene.FRESH))
                .isEqualTo(Outcome.accepted(new Decision<>(Receipt.of(first), List.of())));
    }

    @Test
    @Tag("CARE-8")
    @Tag("SUB-5")
    void whoseAccessIsRevokedStillGetsHisReceipt() {
        Message first = Scene.message(2, Scene.AS_SUBSTITUTE, MessageKind.HUMAN, "Hello");
        CareFacts facts = Scene.of(Scene.AS_SUBSTITUTE)
                .sharesWorkGroup(false)
                .prior(new PriorSend(Scene.KEY, first))
                .facts();

        assertThat(CareDecisions.send(facts, HELLO, Scene.FRESH))
                .isEqualTo(Outcome.accepted(new Decision<>(Receipt.of(first), List.of())));
    }

    @Test
    @Tag("CARE-8")
    @Tag("SAFE-1")
    void anIdUsedElsewhereTellsNothingOfAConversationThatOneMayNotSee() {
        ConversationKey elsewhere = new ConversationKey(Scene.CLINIC, Scene.STRANGER, Scene.PATIENT);
        PriorSend prior = new PriorSend(elsewhere, Scene.message(2, Scene.AS_SUBSTITUTE, MessageKind.HUMAN, "Hello"));
        Scene scene = Scene.of(Scene.AS_SUBSTITUTE).prior(prior);

        assertThat(refusal(scene, HELLO)).contains(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
        assertThat(refusal(scene.sharesWorkGroup(false), HELLO)).contains(RefusalCode.NOT_FOUND);
    }

    @Test
    @Tag("CARE-8")
    void theSameIdWithAnyOtherContentIsAConflict() {
        PriorSend prior = new PriorSend(Scene.KEY, Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello"));
        CareFacts facts = Scene.of(Scene.AS_PATIENT).prior(prior).facts();

        assertThat(List.of(
                        Scene.draft("hello"),
                        HELLO.attaching(AttachmentRef.of("f1")),
                        Draft.of(HELLO.clientId(), Scene.OTHER_PATIENT, "Hello")))
                .allSatisfy(draft -> assertThat(
                                CareDecisions.send(facts, draft, Scene.FRESH).whyNot())
                        .contains(Refusal.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED)));
        assertThat(prior.isSame(new ConversationKey(Scene.CLINIC, Scene.STRANGER, Scene.PATIENT), HELLO))
                .isFalse();
    }

    @Test
    @Tag("CARE-8")
    void whatIsAskedBesideTheContentIsNoPartOfIt() {
        PriorSend prior = new PriorSend(Scene.KEY, Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello"));

        assertThat(prior.isSame(Scene.KEY, HELLO.expectingHead(MessageSeq.of(1)).seenUpTo(MessageSeq.of(1))))
                .isTrue();
    }

    @Test
    @Tag("CARE-8")
    void aRetractedMessageIsStillTheOneThatWasSent() {
        Message first = Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello");
        CareFacts facts = Scene.of(Scene.AS_PATIENT).facts();
        RetractionFacts log = new RetractionFacts(Optional.of(first), Optional.empty(), Optional.empty());
        Change change = CareDecisions.retract(facts, log).orThrow().changes().get(0);
        Message tombstone = ((Change.MessageRetracted) change).message();

        assertThat(new PriorSend(Scene.KEY, tombstone).isSame(Scene.KEY, HELLO)).isTrue();
        assertThat(new PriorSend(Scene.KEY, tombstone).receipt()).isEqualTo(Receipt.of(first));
    }

    @Test
    @Tag("CARE-9")
    void aSendToTheWrongPatientGoesNowhere() {
        Draft wrong = Draft.of(ClientMessageId.of("key-1"), Scene.OTHER_PATIENT, "Hello");

        for (Actor writer : List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST)) {
            assertThat(CareDecisions.send(Scene.of(writer).facts(), wrong, Scene.FRESH)
                            .whyNot())
                    .contains(Refusal.of(RefusalCode.WRONG_PATIENT));
        }
    }

    @Test
    @Tag("CARE-9")
    void theExpectedHeadIsExact() {
        assertThat(refusal(Scene.of(Scene.AS_OWNER), HELLO.expectingHead(MessageSeq.of(3))))
                .isEmpty();
        assertThat(refusal(Scene.of(Scene.AS_OWNER), HELLO.expectingHead(MessageSeq.of(2))))
                .contains(RefusalCode.HEAD_MOVED);
        assertThat(refusal(Scene.of(Scene.AS_OWNER), HELLO.expectingHead(MessageSeq.of(4))))
                .contains(RefusalCode.BEYOND_HEAD);
        assertThat(refusal(Scene.of(Scene.AS_OWNER).notBegun(), HELLO.expectingHead(MessageSeq.ZERO)))
                .isEmpty();
        assertThat(refusal(Scene.of(Scene.AS_OWNER).notBegun(), HELLO.expectingHead(MessageSeq.of(1))))
                .contains(RefusalCode.BEYOND_HEAD);
    }

    @Test
    @Tag("CARE-2")
    void whileTheServiceIsOffNobodySendsButTheHost() {
        for (Actor writer : List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT)) {
            assertThat(refusal(Scene.of(writer).service(false), HELLO)).contains(RefusalCode.SERVICE_OFF);
            assertThat(CareDecisions.canView(Scene.of(writer).service(false).facts())
                            .isAccepted())
                    .isTrue();
        }
        assertThat(refusal(Scene.of(Scene.AS_HOST).service(false), HELLO)).isEmpty();
    }

    @Test
    @Tag("CARE-3")
    void anActiveServiceTakesFilesUnlessTheHostSaysTextOnly() {
        Draft file = Scene.draft("").attaching(AttachmentRef.of("f1"));
        CareSettings textOnly = CareSettings.defaults().with(Attachments.TEXT_ONLY);

        assertThat(refusal(Scene.of(Scene.AS_PATIENT), file)).isEmpty();
        assertThat(refusal(Scene.of(Scene.AS_PATIENT).settings(textOnly), file)).contains(RefusalCode.ATTACHMENTS_OFF);
        assertThat(refusal(Scene.of(Scene.AS_PATIENT).settings(textOnly), HELLO))
                .isEmpty();
    }

    @Test
    @Tag("READ-8")
    void aNoticeOfTheHostIsASystemMessageOfNeitherSide() {
        Change.MessageAppended appended = (Change.MessageAppended)
                changes(Scene.of(Scene.AS_HOST).disabled(), HELLO).get(0);

        assertThat(appended.message().kind()).isEqualTo(MessageKind.SYSTEM);
        assertThat(appended.message().authorship()).isEqualTo(Authorship.of(PersonRef.HOST));
        assertThat(appended.tally()).isEqualTo(new Tally(0, 3));
    }

    @Test
    @Tag("CARE-1")
    void openingBeginsAConversationOnce() {
        ConversationId fresh = Scene.FRESH.conversation();
        Decision<ConversationId> first = CareDecisions.open(
                        Scene.of(Scene.AS_PATIENT).notBegun().facts(), fresh)
                .orThrow();
        Decision<ConversationId> later =
                CareDecisions.open(Scene.of(Scene.AS_PATIENT).facts(), fresh).orThrow();

        assertThat(first.answer()).isEqualTo(fresh);
        assertThat(first.changes()).containsExactly(new Change.ConversationStarted(fresh, Scene.KEY, Scene.NOW));
        assertThat(later.answer()).isEqualTo(ConversationId.of("conv-1"));
        assertThat(later.changes()).isEmpty();
    }

    @Test
    @Tag("SAFE-2")
    void factsOfTwoClinicsAreAMistakeAtOnce() {
        CareFacts facts = Scene.of(Scene.AS_PATIENT).facts();
        Actor elsewhere = Actor.patient(ClinicId.of("south"), PatientId.of("pat-1"));

        assertThatThrownBy(() -> new CareFacts(elsewhere, facts.key(), facts.stored(), facts.settings(), facts.now()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factsKnowTheVersionUnderWhichTheyGrant() {
        assertThat(Scene.of(Scene.AS_OWNER).facts().practiceVersion()).isEqualTo(3);
        assertThatThrownBy(
                        () -> Scene.of(Scene.AS_OWNER).withoutPractice().facts().practiceVersion())
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void factsMayLearnOfAnEarlierSend() {
        PriorSend prior = new PriorSend(Scene.KEY, Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello"));
        StoredCare stored = Scene.of(Scene.AS_SUBSTITUTE).linked(true).facts().stored();

        assertThat(stored.with(prior))
                .isEqualTo(Scene.of(Scene.AS_SUBSTITUTE)
                        .linked(true)
                        .prior(prior)
                        .facts()
                        .stored());
    }

    private static List<Change> changes(Scene scene, Draft draft) {
        return CareDecisions.send(scene.facts(), draft, Scene.FRESH).orThrow().changes();
    }

    private static Message message(List<Change> changes) {
        return ((Change.MessageAppended) changes.get(0)).message();
    }

    private static Optional<RefusalCode> refusal(Scene scene, Draft draft) {
        return CareDecisions.send(scene.facts(), draft, Scene.FRESH).whyNot().map(Refusal::code);
    }
}
