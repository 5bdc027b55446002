package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.session.desk.DeskScene.ANNA;
import static org.clinicchat.session.desk.DeskScene.BRUNO;
import static org.clinicchat.session.desk.DeskScene.CARLA;
import static org.clinicchat.session.desk.DeskScene.MORNING;
import static org.clinicchat.session.desk.DeskScene.code;

import java.time.Duration;
import java.util.OptionalInt;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.FirstWriter;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    private final DeskScene desk = new DeskScene();

    @Test
    @Tag("SES-1")
    void theCallGoesOnInTheSessionOfTheQueue() {
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "Buongiorno").orThrow();
        assertThat(desk.row(ANNA).phase()).isEqualTo(SessionPhase.IN_QUEUE);
        assertThat(desk.callStarts(ANNA)).isEqualTo(session);
        assertThat(desk.row(ANNA).phase()).isEqualTo(SessionPhase.IN_CALL);
        assertThat(desk.texts(session)).containsExactly("Buongiorno");
    }

    @Test
    @Tag("SES-1")
    @Tag("ERA-1")
    void whatIsToldAgainDuringTheCallChangesNothing() {
        desk.joins(BRUNO);
        SessionId session = desk.joins(ANNA);
        desk.callStarts(ANNA);
        desk.leaves(BRUNO);
        Desk before = desk.desk;
        assertThat(desk.joins(ANNA)).isEqualTo(session);
        assertThat(desk.callStarts(ANNA)).isEqualTo(session);
        assertThat(desk.desk).isSameAs(before);
        assertThat(desk.erasures).isEmpty();
    }

    @Test
    @Tag("SES-1")
    void bothSidesWriteInQueueAndCallAndAtNoOtherTime() {
        assertThat(code(desk.writes(ANNA, "?"))).contains(RefusalCode.NOT_IN_QUEUE);
        SessionId session = desk.joins(ANNA);
        assertThat(desk.writes(ANNA, "1").isAccepted()).isTrue();
        assertThat(desk.answers(session, ANNA, "2").isAccepted()).isTrue();
        desk.callStarts(ANNA);
        assertThat(desk.writes(ANNA, "3").isAccepted()).isTrue();
        assertThat(desk.answers(session, ANNA, "4").isAccepted()).isTrue();
        desk.leaves(ANNA);
        assertThat(code(desk.writes(ANNA, "5"))).contains(RefusalCode.NOT_IN_QUEUE);
        assertThat(code(desk.answers(session, ANNA, "6"))).contains(RefusalCode.PATIENT_HAS_LEFT);
        assertThat(desk.texts(session)).containsExactly("1", "2", "3", "4");
    }

    @Test
    @Tag("SES-1")
    void aCallMayBeginWithoutAQueue() {
        SessionId session = desk.callStarts(ANNA);
        assertThat(desk.row(ANNA).phase()).isEqualTo(SessionPhase.IN_CALL);
        assertThat(desk.answers(session, ANNA, "Mi sente?").isAccepted()).isTrue();
    }

    @Test
    @Tag("SES-2")
    void everySessionCountsWhatWasNotViewedAndZeroShowsNothing() {
        desk.joins(ANNA);
        desk.joins(BRUNO);
        desk.writes(ANNA, "1").orThrow();
        desk.writes(ANNA, "2").orThrow();
        assertThat(desk.view().rows()).extracting(QueueRow::patient).containsExactly(ANNA, BRUNO);
        assertThat(desk.row(ANNA).badge()).hasValue(2);
        assertThat(desk.row(BRUNO).badge()).isEqualTo(OptionalInt.empty());
    }

    @Test
    @Tag("SES-2")
    void onesOwnMessagesAreNotCounted() {
        SessionId session = desk.joins(ANNA);
        desk.answers(session, ANNA, "Arrivo").orThrow();
        assertThat(desk.unviewed(ANNA)).isZero();
    }

    @Test
    @Tag("SES-3")
    void theBoxStartsClosedAndOpensByChoosing() {
        desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(ChatBox.closed());
        assertThat(desk.view().open()).isEmpty();
        PageView page = desk.choose(ANNA);
        assertThat(page.box()).isEqualTo(new ChatBox.Open(ANNA));
        assertThat(page.open().orElseThrow().current().messages()).hasSize(1);
        assertThat(page.rows().get(0).unviewed()).isZero();
    }

    @Test
    @Tag("SES-3")
    void onlyTheAttachedPageHasTheBox() {
        SessionId session = desk.joins(ANNA);
        PageId first = desk.page;
        PageId second = desk.attachPage();
        desk.page = first;
        assertThat(code(desk.tell(new DeskCommand.Choose(first, ANNA)))).contains(RefusalCode.PAGE_DETACHED);
        assertThat(code(desk.answers(session, ANNA, "?"))).contains(RefusalCode.PAGE_DETACHED);
        assertThat(code(desk.tell(new DeskCommand.LookAtPage(first)))).contains(RefusalCode.PAGE_DETACHED);
        desk.pageGone();
        desk.page = second;
        assertThat(desk.choose(ANNA).box()).isEqualTo(new ChatBox.Open(ANNA));
        desk.pageGone();
        assertThat(code(desk.tell(new DeskCommand.LookAtPage(second)))).contains(RefusalCode.PAGE_DETACHED);
    }

    @Test
    @Tag("SES-3")
    @Tag("SES-1")
    void nobodyIsChosenWhoIsNotInTheList() {
        desk.joins(ANNA);
        desk.choose(ANNA);
        assertThat(code(desk.tell(new DeskCommand.Choose(desk.page, BRUNO)))).contains(RefusalCode.NOT_IN_QUEUE);
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Open(ANNA));
    }

    @Test
    @Tag("SES-4")
    void aMessageIsViewedInTheOpenBox() {
        desk.joins(ANNA);
        desk.choose(ANNA);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Open(ANNA));
        assertThat(desk.unviewed(ANNA)).isZero();
    }

    @Test
    @Tag("SES-4")
    void aMessageOpensTheMinimisedBox() {
        desk.joins(ANNA);
        desk.choose(ANNA);
        assertThat(desk.minimise().box()).isEqualTo(new ChatBox.Minimized(ANNA));
        assertThat(desk.view().open()).isEmpty();
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Open(ANNA));
        assertThat(desk.unviewed(ANNA)).isZero();
    }

    @Test
    @Tag("SES-4")
    void aMessageLeavesTheClosedBoxClosedAndIsCounted() {
        desk.joins(ANNA);
        desk.choose(ANNA);
        desk.closeBox();
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(ChatBox.closed());
        assertThat(desk.unviewed(ANNA)).isEqualTo(1);
    }

    @Test
    @Tag("SES-4")
    void theOwnMessageOpensNothing() {
        SessionId session = desk.joins(ANNA);
        desk.choose(ANNA);
        desk.minimise();
        desk.answers(session, ANNA, "Un momento").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Minimized(ANNA));
    }

    @Test
    @Tag("SES-5")
    void anotherPatientsMessageMovesNoBox() {
        desk.joins(ANNA);
        desk.joins(BRUNO);
        desk.choose(ANNA);
        desk.writes(BRUNO, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Open(ANNA));
        assertThat(desk.unviewed(BRUNO)).isEqualTo(1);
        desk.minimise();
        desk.writes(BRUNO, "2").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Minimized(ANNA));
        assertThat(desk.unviewed(BRUNO)).isEqualTo(2);
        assertThat(desk.unviewed(ANNA)).isZero();
    }

    @Test
    @Tag("SES-6")
    void closingMinimisingAndSwitchingLoseNothingOfALiveSession() {
        SessionId annas = desk.joins(ANNA);
        SessionId brunos = desk.joins(BRUNO);
        desk.writes(ANNA, "1").orThrow();
        desk.choose(ANNA);
        desk.writes(BRUNO, "2").orThrow();
        desk.choose(BRUNO);
        desk.minimise();
        desk.closeBox();
        desk.callStarts(CARLA);
        assertThat(desk.texts(annas)).containsExactly("1");
        assertThat(desk.texts(brunos)).containsExactly("2");
        assertThat(desk.erasures).isEmpty();
    }

    @Test
    @Tag("SES-7")
    void whenThePatientHasLeftNobodyWritesAndTheViewSaysSo() {
        SessionId session = desk.joins(ANNA);
        desk.choose(ANNA);
        desk.pass(Duration.ofMinutes(5));
        desk.leaves(ANNA);
        var readOnly = desk.openBox().readOnly().orElseThrow();
        assertThat(readOnly.code()).isEqualTo(RefusalCode.PATIENT_HAS_LEFT);
        assertThat(readOnly.detail(RefusalDetail.Since.class).orElseThrow().time())
                .isEqualTo(MORNING.plusSeconds(300));
        assertThat(desk.row(ANNA).phase()).isEqualTo(SessionPhase.ENDED);
        assertThat(code(desk.answers(session, ANNA, "?"))).contains(RefusalCode.PATIENT_HAS_LEFT);
        assertThat(desk.maySend(session).whyNot()).contains(readOnly);
        assertThat(code(desk.maySend(ANNA))).contains(RefusalCode.NOT_IN_QUEUE);
    }

    @Test
    @Tag("SES-7")
    void leavingTwiceEndsOnce() {
        SessionId session = desk.joins(ANNA);
        desk.leaves(ANNA);
        desk.pass(Duration.ofMinutes(1));
        desk.leaves(ANNA);
        assertThat(desk.transcript(session).orThrow().ended()).contains(MORNING);
    }

    @Test
    @Tag("SES-8")
    void thePractitionerReadsOnAfterTheEndAndThePatientLosesItAtOnce() {
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.seenBy(ANNA).orThrow().session().messages()).hasSize(1);
        desk.leaves(ANNA);
        assertThat(desk.texts(session)).containsExactly("1");
        assertThat(desk.seenBy(ANNA)).isEqualTo(desk.seenBy(BRUNO));
        assertThat(code(desk.seenBy(ANNA))).contains(RefusalCode.NOT_IN_QUEUE);
    }

    @Test
    @Tag("SES-8")
    void afterTheEraseTheTranscriptSaysThatItIsGoneAndWhy() {
        SessionId session = desk.joins(ANNA);
        desk.choose(ANNA);
        desk.leaves(ANNA);
        desk.closeBox();
        assertThat(code(desk.transcript(session))).contains(RefusalCode.SESSION_ERASED);
        assertThat(code(desk.answers(session, ANNA, "?"))).contains(RefusalCode.SESSION_ERASED);
        assertThat(desk.erased(session).session()).isEqualTo(session);
        assertThat(code(desk.transcript(SessionId.of("never")))).contains(RefusalCode.NOT_FOUND);
    }

    @Test
    @Tag("SES-9")
    void patientsMayWriteFirstUnlessTheHostSaysOtherwise() {
        SessionId session = desk.joins(ANNA);
        desk.settings = SessionSettings.defaults().with(FirstWriter.PRACTITIONER);
        assertThat(code(desk.writes(ANNA, "1"))).contains(RefusalCode.PRACTITIONER_WRITES_FIRST);
        assertThat(code(desk.maySend(ANNA))).contains(RefusalCode.PRACTITIONER_WRITES_FIRST);
        desk.answers(session, ANNA, "Eccomi").orThrow();
        assertThat(desk.writes(ANNA, "1").isAccepted()).isTrue();
        assertThat(desk.maySend(ANNA).isAccepted()).isTrue();
        desk.settings = SessionSettings.defaults();
        desk.joins(BRUNO);
        assertThat(desk.writes(BRUNO, "1").isAccepted()).isTrue();
    }

    @Test
    @Tag("SES-10")
    void thePreferenceGatesAlertsAndNothingElse() {
        desk.joins(ANNA);
        desk.joins(BRUNO);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.news.alert()).isTrue();
        assertThat(desk.view().alert()).isTrue();
        desk.tell(new DeskCommand.Notify(false)).orThrow();
        assertThat(desk.view().alert()).isFalse();
        desk.writes(ANNA, "2").orThrow();
        assertThat(desk.news.alert()).isFalse();
        assertThat(desk.unviewed(ANNA)).isEqualTo(2);
        desk.choose(BRUNO);
        desk.minimise();
        desk.writes(BRUNO, "3").orThrow();
        assertThat(desk.view().box()).isEqualTo(new ChatBox.Open(BRUNO));
        desk.tell(new DeskCommand.Notify(true)).orThrow();
        assertThat(desk.view().alert()).isTrue();
    }

    @Test
    @Tag("SES-10")
    void whatIsInTheOpenBoxAlertsNobody() {
        SessionId session = desk.joins(ANNA);
        desk.choose(ANNA);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.news.alert()).isFalse();
        assertThat(desk.view().alert()).isFalse();
        desk.minimise();
        desk.writes(ANNA, "2").orThrow();
        assertThat(desk.news.alert()).isTrue();
        assertThat(desk.view().alert()).isFalse();
        desk.closeBox();
        desk.answers(session, ANNA, "3").orThrow();
        assertThat(desk.news.alert()).isFalse();
    }
}
