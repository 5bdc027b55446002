package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Retraction;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.GuestId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyRepeat;
import org.clinicchat.substitution.SubstituteReading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings, sides, events, states and pages. */
class ConversationValuesTest {
    private static final Message SENT = Scene.message(1, Scene.AS_PATIENT, MessageKind.HUMAN, "Hello");
    private static final Message RETRACTED = SENT.retracted(new Retraction(Authorship.of(Scene.AS_PATIENT), Scene.NOW));
    private static final Revision ONE = Revision.of(1);

    @Test
    void theDefaultsAreTheRulebooks() {
        assertThat(CareSettings.defaults())
                .isEqualTo(new CareSettings(
                        new MessageLimits(10_000, 5),
                        Attachments.ALLOWED,
                        ContactPolicy.WHOLE_CLINIC,
                        DisableScope.BOTH_SIDES,
                        AutoReplyRepeat.ONCE_PER_TEXT,
                        SubstituteReading.OWN,
                        ReadReceipts.HIDDEN));
    }

    @Test
    void eachSwitchIsSetAlone() {
        CareSettings all = new CareSettings(
                new MessageLimits(7, 1),
                Attachments.TEXT_ONLY,
                ContactPolicy.PERMITTED_PAIRS,
                DisableScope.PATIENT_ONLY,
                AutoReplyRepeat.ONCE_EVER,
                SubstituteReading.SHARED,
                ReadReceipts.SHOWN);

        assertThat(CareSettings.defaults()
                        .with(all.limits())
                        .with(all.attachments())
                        .with(all.contacts())
                        .with(all.disabling())
                        .with(all.autoReply())
                        .with(all.substituteReading())
                        .with(all.receipts()))
                .isEqualTo(all);
    }

    @Test
    @Tag("SUB-4")
    void aSubstitutesReadingIsHisOwnUnlessShared() {
        CareSettings shared = CareSettings.defaults().with(SubstituteReading.SHARED);

        assertThat(CareSettings.defaults().readerOf(Scene.AS_SUBSTITUTE)).isEqualTo(PersonRef.of(Scene.COLLEAGUE));
        assertThat(shared.readerOf(Scene.AS_SUBSTITUTE)).isEqualTo(PersonRef.of(Scene.OWNER));
        assertThat(shared.readerOf(Scene.AS_OWNER)).isEqualTo(PersonRef.of(Scene.OWNER));
        assertThat(shared.readerOf(Scene.AS_PATIENT)).isEqualTo(PersonRef.of(Scene.PATIENT));
    }

    @Test
    @Tag("READ-3")
    void eachSideCountsTheOthersStandingMessages() {
        Message answer = Scene.message(2, Scene.AS_SUBSTITUTE, MessageKind.HUMAN, "Yes");

        assertThat(Side.PRACTICE.counts(SENT)).isTrue();
        assertThat(Side.PATIENT.counts(SENT)).isFalse();
        assertThat(Side.PATIENT.counts(answer)).isTrue();
        assertThat(Side.PRACTICE.counts(answer)).isFalse();
        assertThat(Side.PRACTICE.counts(RETRACTED)).isFalse();
        assertThat(Side.PRACTICE.other()).isEqualTo(Side.PATIENT);
        assertThat(Side.PATIENT.other()).isEqualTo(Side.PRACTICE);
    }

    @Test
    @Tag("READ-3")
    void hostAndGuestsStandOnNoSide() {
        Message notice = Scene.message(1, Scene.AS_HOST, MessageKind.SYSTEM, "Moved");
        Actor guest = Actor.guest(Scene.CLINIC, GuestId.of("g1"));

        assertThat(Side.of(PersonRef.HOST)).isEmpty();
        assertThat(Side.of(guest.self())).isEmpty();
        assertThat(Side.of(Scene.AS_OWNER.self())).contains(Side.PRACTICE);
        assertThat(Side.of(Scene.AS_PATIENT.self())).contains(Side.PATIENT);
        assertThat(Tally.ZERO.plus(notice)).isEqualTo(Tally.ZERO);
        assertThat(Tally.ZERO.plus(Scene.message(1, guest, MessageKind.HUMAN, "Hi")))
                .isEqualTo(Tally.ZERO);
        assertThat(List.of(Side.values())).noneMatch(side -> side.counts(notice));
    }

    @Test
    @Tag("READ-3")
    void aSystemMessageCountsForNobodyWhoeverIsItsAuthor() {
        for (Actor author : List.of(Scene.AS_OWNER, Scene.AS_PATIENT)) {
            Message system = Scene.message(1, author, MessageKind.SYSTEM, "Moved");
            assertThat(Tally.ZERO.plus(system)).isEqualTo(Tally.ZERO);
            assertThat(List.of(Side.values())).noneMatch(side -> side.counts(system));
        }
    }

    @Test
    @Tag("READ-3")
    void aTallyHasASideEach() {
        assertThat(Tally.ZERO.plus(SENT)).isEqualTo(new Tally(0, 1));
        assertThat(new Tally(3, 5).of(Side.PRACTICE)).isEqualTo(3);
        assertThat(new Tally(3, 5).of(Side.PATIENT)).isEqualTo(5);
        assertThat(new Tally(9, 5).unread(Side.PRACTICE, new Tally(9, 1), 1)).isEqualTo(3);
        assertThat(new Tally(9, 5).unread(Side.PATIENT, new Tally(2, 5), 0)).isEqualTo(7);
    }

    @Test
    @Tag("LIVE-1")
    @Tag("CARE-6")
    void aRetractedMessageArrivesAsItsTombstone() {
        ConversationEvent.Arrived arrived = new ConversationEvent.Arrived(ONE, SENT);
        ConversationEvent.Arrived late = new ConversationEvent.Arrived(ONE, RETRACTED);
        ConversationEvent.Retracted retracted = new ConversationEvent.Retracted(ONE, RETRACTED);

        assertThat(arrived.shown()).isSameAs(arrived);
        assertThat(arrived.shownToPatient()).isSameAs(arrived);
        assertThat(late.shown()).isEqualTo(new ConversationEvent.Arrived(ONE, RETRACTED.shown()));
        assertThat(late.shownToPatient()).isEqualTo(late.shown());
        assertThat(retracted.shown()).isEqualTo(new ConversationEvent.Retracted(ONE, RETRACTED.shown()));
        assertThat(retracted.shownToPatient()).isEqualTo(retracted.shown());
        assertThat(arrived.conversation()).isEqualTo(ConversationId.of("conv-1"));
        assertThat(retracted.conversation()).isEqualTo(ConversationId.of("conv-1"));
    }

    @Test
    @Tag("DIS-3")
    void thePatientIsNotToldWhoSwitchedAndWhy() {
        AvailabilityState off = Scene.disabledHead().availability();
        ConversationEvent.Switched switched = new ConversationEvent.Switched(ONE, ConversationId.of("c"), off);

        assertThat(switched.shown()).isSameAs(switched);
        assertThat(switched.shownToPatient())
                .isEqualTo(new ConversationEvent.Switched(ONE, ConversationId.of("c"), off.forPatient()));
        assertThat(off).hasToString("DISABLED since " + off.since());
    }

    @Test
    @Tag("READ-4")
    void aStatusShowsAsUnreadByCountOrByMark() {
        assertThat(status(0, false).isUnread()).isFalse();
        assertThat(status(1, false).isUnread()).isTrue();
        assertThat(status(0, true).isUnread()).isTrue();
    }

    @Test
    @Tag("READ-7")
    void aPageShowsUpToItsLastMessage() {
        assertThat(page().lastShown()).isEmpty();
        assertThat(page(SENT, Scene.message(2, Scene.AS_OWNER, MessageKind.HUMAN, "Hi"))
                        .lastShown())
                .contains(MessageSeq.of(2));
    }

    private static ConversationPage page(Message... messages) {
        return new ConversationPage(
                status(0, false), List.of(messages), Optional.empty(), false, false, Optional.empty());
    }

    @Test
    @Tag("READ-7")
    @Tag("SAFE-6")
    void onlyWhatIsThereIsMarkedAsRead() {
        CareFacts facts = Scene.of(Scene.AS_PATIENT).facts();

        assertThat(CareDecisions.canMarkRead(facts, MessageSeq.of(3)).isAccepted())
                .isTrue();
        assertThat(CareDecisions.canMarkRead(facts, MessageSeq.of(4)).whyNot())
                .contains(Refusal.of(RefusalCode.BEYOND_HEAD));
    }

    private static ConversationStatus status(long unread, boolean marked) {
        return new ConversationStatus(
                ConversationId.of("c"),
                Scene.OWNER,
                Scene.PATIENT,
                MessageSeq.ZERO,
                Revision.ZERO,
                AvailabilityState.initial(Scene.START),
                unread,
                marked,
                MessageSeq.ZERO,
                false,
                Optional.empty());
    }

    @Test
    void aHeadWithoutMessagesHasNoLastMessageTime() {
        assertThat(Scene.head(0).lastMessageTime()).isEmpty();
        assertThat(Scene.head(3).lastMessageTime()).contains(Scene.START.plusSeconds(3));
        assertThat(Scene.head(3)).hasToString("ConversationHead[conv-1, revision 5, last 3]");
        assertThat(Scene.KEY).hasToString("ConversationKey[north]");
    }

    @Test
    @Tag("CARE-1")
    void aConversationBeginsEmptyAndEnabled() {
        Change.ConversationStarted started =
                new Change.ConversationStarted(ConversationId.of("c"), Scene.KEY, Scene.START);

        assertThat(ConversationHead.of(started))
                .isEqualTo(new ConversationHead(
                        ConversationId.of("c"),
                        Scene.KEY,
                        0,
                        0,
                        Scene.START,
                        Tally.ZERO,
                        AvailabilityState.initial(Scene.START),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(AvailabilityState.initial(Scene.START).isDisabled()).isFalse();
    }

    @Test
    void nothingComesBeforeTheBeginning() {
        List<Change> changes = List.of(new Change.MessageAppended(1, SENT, new Tally(0, 1), Optional.empty()));

        assertThatThrownBy(() -> Evolution.evolve(Optional.empty(), changes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the first change of a conversation begins it");
    }

    @Test
    void pagesTakeCopies() {
        List<Message> messages = new ArrayList<>(List.of(SENT));
        List<ConversationEvent> events = new ArrayList<>(List.of(new ConversationEvent.Arrived(ONE, SENT)));
        ConversationPage page =
                new ConversationPage(status(0, false), messages, Optional.empty(), false, false, Optional.empty());
        MissedEvents missed = new MissedEvents(events, ONE, false);
        MissedMessages unseen = new MissedMessages(MessageSeq.of(1), messages);
        messages.clear();
        events.clear();

        assertThat(page.messages()).containsExactly(SENT);
        assertThat(missed.events()).hasSize(1);
        assertThat(unseen.messages()).containsExactly(SENT);
    }
}
