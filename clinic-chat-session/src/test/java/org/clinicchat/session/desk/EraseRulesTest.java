package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.session.desk.DeskScene.ANNA;
import static org.clinicchat.session.desk.DeskScene.BRUNO;
import static org.clinicchat.session.desk.DeskScene.CARLA;
import static org.clinicchat.session.desk.DeskScene.MORNING;
import static org.clinicchat.session.desk.DeskScene.code;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.EndedElsewhere;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.OnRefresh;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.chat.Transcript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EraseRulesTest {

    private final DeskScene desk = new DeskScene();

    /** A session that ended in the open box. */
    private SessionId endedInBox(PatientId patient) {
        SessionId session = desk.joins(patient);
        desk.choose(patient);
        desk.writes(patient, "1").orThrow();
        desk.leaves(patient);
        return session;
    }

    private SessionId endedElsewhere(PatientId patient) {
        SessionId session = desk.joins(patient);
        desk.writes(patient, "1").orThrow();
        desk.leaves(patient);
        return session;
    }

    @Test
    @Tag("ERA-1")
    void closingTheBoxErases() {
        SessionId session = endedInBox(ANNA);
        PageView page = desk.closeBox();
        assertThat(page.rows()).isEmpty();
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.BOX_CLOSED);
    }

    @Test
    @Tag("ERA-1")
    void viewingAnotherPatientsBoxErases() {
        SessionId session = endedInBox(ANNA);
        desk.joins(BRUNO);
        desk.choose(BRUNO);
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.OTHER_PATIENT_VIEWED);
    }

    @Test
    @Tag("ERA-1")
    void anotherCallErasesAndTheBoxSaysWhy() {
        SessionId session = endedInBox(ANNA);
        desk.callStarts(BRUNO);
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.CALL_STARTED);
        assertThat(desk.view().box()).isEqualTo(ChatBox.closed());
        assertThat(desk.view().erased()).contains(desk.erased(session));
        assertThat(desk.closeBox().erased()).isEmpty();
    }

    @Test
    @Tag("ERA-1")
    void theSamePatientsNextCallErasesToo() {
        SessionId session = endedInBox(ANNA);
        SessionId next = desk.callStarts(ANNA);
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.CALL_STARTED);
        assertThat(desk.openBox().sessions()).extracting(Transcript::session).containsExactly(next);
        assertThat(desk.view().erased()).isEmpty();
    }

    @Test
    @Tag("ERA-1")
    void aCallThatIsOnDoesNotStartAgain() {
        desk.callStarts(BRUNO);
        SessionId session = endedElsewhere(ANNA);
        desk.callStarts(BRUNO);
        assertThat(desk.texts(session)).hasSize(1);
    }

    @Test
    @Tag("ERA-1")
    void refreshingThePageErases() {
        SessionId session = endedInBox(ANNA);
        PageView page = desk.refreshed();
        assertThat(page.box()).isEqualTo(ChatBox.closed());
        assertThat(page.erased()).isEmpty();
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.PAGE_REFRESHED);
    }

    @Test
    @Tag("ERA-1")
    void nothingElseErases() {
        SessionId session = endedInBox(ANNA);
        SessionId live = desk.joins(BRUNO);
        desk.writes(BRUNO, "2").orThrow();
        desk.answers(live, BRUNO, "3").orThrow();
        desk.leaves(BRUNO);
        desk.joins(CARLA);
        desk.minimise();
        desk.choose(ANNA);
        desk.view();
        desk.pass(Duration.ofHours(11));
        assertThat(desk.texts(session)).containsExactly("1");
        assertThat(desk.texts(live)).containsExactly("2", "3");
    }

    @Test
    @Tag("ERA-2")
    void liveSessionsSurviveARefreshWithTheirCounts() {
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        desk.joins(BRUNO);
        desk.choose(BRUNO);
        PageView page = desk.refreshed();
        assertThat(page.box()).isEqualTo(ChatBox.closed());
        assertThat(page.rows()).extracting(QueueRow::unviewed).containsExactly(1, 0);
        assertThat(desk.texts(session)).containsExactly("1");
    }

    @Test
    @Tag("ERA-2")
    void theHostMayLetARefreshEraseEverything() {
        desk.settings = SessionSettings.defaults().with(OnRefresh.ERASES_ALL);
        SessionId annas = desk.joins(ANNA);
        SessionId brunos = desk.callStarts(BRUNO);
        desk.writes(ANNA, "1").orThrow();
        PageView page = desk.refreshed();
        assertThat(desk.news.patients()).containsExactlyInAnyOrder(ANNA, BRUNO);
        assertThat(desk.erased(annas).reason()).isEqualTo(EraseReason.PAGE_REFRESHED);
        assertThat(desk.erased(annas).ended()).isEmpty();
        assertThat(page.rows())
                .extracting(QueueRow::phase)
                .containsExactly(SessionPhase.IN_QUEUE, SessionPhase.IN_CALL);
        assertThat(page.rows())
                .extracting(QueueRow::session)
                .doesNotContain(annas, brunos)
                .doesNotHaveDuplicates();
        assertThat(desk.seenBy(ANNA).orThrow().session().messages()).isEmpty();
        assertThat(desk.writes(ANNA, "2").isAccepted()).isTrue();
    }

    @Test
    @Tag("ERA-6")
    void noIdOfASessionThatBeganAnewTellsOfAnother() {
        desk.settings = SessionSettings.defaults().with(OnRefresh.ERASES_ALL);
        desk.joins(ANNA);
        desk.joins(BRUNO);
        desk.tell(new DeskCommand.PageRefreshed(desk.page, SessionId.of("secret")))
                .orThrow();
        assertThat(desk.view().rows())
                .extracting(row -> row.session().value())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"))
                .noneMatch(id -> id.contains("secret"));
    }

    @Test
    @Tag("ERA-3")
    void eachTriggerErasesAllThatEndedButTheOneInTheBox() {
        SessionId annas = endedElsewhere(ANNA);
        SessionId brunos = endedElsewhere(BRUNO);
        SessionId carlas = endedElsewhere(CARLA);
        desk.choose(BRUNO);
        assertThat(desk.view().rows()).extracting(QueueRow::session).containsExactly(brunos);
        assertThat(desk.erased(annas).reason()).isEqualTo(EraseReason.OTHER_PATIENT_VIEWED);
        assertThat(desk.erased(carlas).reason()).isEqualTo(EraseReason.OTHER_PATIENT_VIEWED);
    }

    @Test
    @Tag("ERA-3")
    void whatEndsElsewhereStaysListedWithItsCount() {
        SessionId session = endedElsewhere(ANNA);
        assertThat(desk.row(ANNA)).isEqualTo(new QueueRow(session, ANNA, SessionPhase.ENDED, 1));
        desk.joins(BRUNO);
        desk.choose(BRUNO);
        assertThat(desk.view().rows()).extracting(QueueRow::patient).containsExactly(BRUNO);
    }

    @Test
    @Tag("ERA-3")
    void theHostMayLetWhatEndsElsewhereBeErasedAtOnce() {
        desk.settings = SessionSettings.defaults().with(EndedElsewhere.ERASED);
        SessionId elsewhere = endedElsewhere(ANNA);
        assertThat(desk.erased(elsewhere).reason()).isEqualTo(EraseReason.ENDED_OUT_OF_VIEW);
        SessionId inBox = endedInBox(BRUNO);
        assertThat(desk.texts(inBox)).hasSize(1);
        desk.joins(CARLA);
        desk.choose(CARLA);
        desk.minimise();
        desk.leaves(CARLA);
        assertThat(desk.row(CARLA).phase()).isEqualTo(SessionPhase.ENDED);
    }

    @Test
    @Tag("ERA-4")
    void minimisingAndOpeningTheSameBoxAgainErasesNothing() {
        SessionId session = endedInBox(ANNA);
        SessionId other = endedElsewhere(BRUNO);
        desk.minimise();
        desk.choose(ANNA);
        desk.choose(ANNA);
        assertThat(desk.texts(session)).hasSize(1);
        assertThat(desk.texts(other)).hasSize(1);
    }

    @Test
    @Tag("ERA-4")
    void closingAClosedBoxErasesNothing() {
        SessionId session = endedElsewhere(ANNA);
        desk.closeBox();
        assertThat(desk.texts(session)).hasSize(1);
    }

    @Test
    @Tag("ERA-4")
    void aSecondPageAndAClosedTabCountAsARefresh() {
        SessionId first = endedInBox(ANNA);
        desk.attachPage();
        assertThat(desk.erased(first).reason()).isEqualTo(EraseReason.PAGE_REFRESHED);
        SessionId second = endedInBox(BRUNO);
        desk.pageGone();
        desk.attachPage();
        assertThat(desk.erased(second).reason()).isEqualTo(EraseReason.PAGE_REFRESHED);
        assertThat(desk.view().box()).isEqualTo(ChatBox.closed());
    }

    @Test
    @Tag("ERA-4")
    void theFirstPageRefreshesNothing() {
        desk.pageGone();
        SessionId session = endedElsewhere(ANNA);
        desk.attachPage();
        assertThat(desk.texts(session)).hasSize(1);
    }

    @Test
    @Tag("ERA-4")
    void aReturningPatientGetsANewEmptySessionBesideTheOldOne() {
        SessionId old = endedInBox(ANNA);
        SessionId again = desk.joins(ANNA);
        assertThat(again).isNotEqualTo(old);
        assertThat(desk.seenBy(ANNA).orThrow().session().messages()).isEmpty();
        assertThat(desk.openBox().sessions()).extracting(Transcript::session).containsExactly(old, again);
        assertThat(desk.openBox().readOnly()).isEmpty();
        assertThat(code(desk.answers(old, ANNA, "?"))).contains(RefusalCode.PATIENT_HAS_LEFT);
        assertThat(desk.answers(again, ANNA, "Bentornata").isAccepted()).isTrue();
        desk.closeBox();
        assertThat(desk.erased(old).reason()).isEqualTo(EraseReason.BOX_CLOSED);
        assertThat(desk.texts(again)).containsExactly("Bentornata");
    }

    @Test
    @Tag("ERA-3")
    @Tag("SES-2")
    void ofAPatientWhoLeftTwiceTheLatestIsKeptInTheBox() {
        SessionId first = endedElsewhere(ANNA);
        SessionId second = endedElsewhere(ANNA);
        desk.joins(ANNA);
        assertThat(desk.unviewed(ANNA)).isEqualTo(2);
        assertThat(desk.view().rows()).hasSize(1);
        desk.choose(ANNA);
        assertThat(desk.erased(first).reason()).isEqualTo(EraseReason.OTHER_PATIENT_VIEWED);
        assertThat(desk.texts(second)).hasSize(1);
        assertThat(desk.openBox().sessions()).hasSize(2);
    }

    @Test
    @Tag("ERA-5")
    void anEndedSessionIsErasedAfterTwelveHours() {
        SessionId session = endedInBox(ANNA);
        SessionId live = desk.joins(BRUNO);
        desk.pass(Duration.ofHours(12).minusNanos(1));
        assertThat(desk.texts(session)).hasSize(1);
        desk.pass(Duration.ofNanos(1));
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.TIME_RAN_OUT);
        assertThat(desk.view().erased().map(ErasedSession::session)).contains(session);
        assertThat(desk.texts(live)).isEmpty();
    }

    @Test
    @Tag("ERA-5")
    void theHostMaySetTheHours() {
        desk.settings = SessionSettings.defaults().endedLasting(Duration.ofMinutes(1));
        SessionId session = endedElsewhere(ANNA);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.desk.isDue(DeskFacts.of(desk.now, desk.settings))).isTrue();
        desk.tell(new DeskCommand.Sweep()).orThrow();
        assertThat(desk.erasures).hasSize(1);
        assertThat(desk.erased(session).reason()).isEqualTo(EraseReason.TIME_RAN_OUT);
    }

    @Test
    @Tag("ERA-5")
    void aStoppingNodeErasesEverySession() {
        SessionId live = desk.joins(ANNA);
        SessionId ended = endedInBox(BRUNO);
        desk.tell(new DeskCommand.NodeStops()).orThrow();
        assertThat(desk.erasures)
                .extracting(erasure -> erasure.remains().session())
                .containsExactlyInAnyOrder(live, ended);
        assertThat(desk.erasures)
                .extracting(erasure -> erasure.remains().reason())
                .containsOnly(EraseReason.NODE_STOPPED);
        assertThat(desk.news.patients()).containsExactly(ANNA);
        assertThat(desk.desk.room()).isEqualTo(Room.NONE);
        assertThat(code(desk.seenBy(ANNA))).contains(RefusalCode.NOT_IN_QUEUE);
    }

    @Test
    @Tag("ERA-6")
    void nothingButNumbersAndTimesRemains() {
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        desk.answers(session, ANNA, "2").orThrow();
        desk.pass(Duration.ofMinutes(1));
        desk.leaves(ANNA);
        desk.choose(ANNA);
        desk.pass(Duration.ofMinutes(1));
        desk.closeBox();
        assertThat(desk.erased(session))
                .isEqualTo(new ErasedSession(
                        session,
                        MORNING,
                        Optional.of(MORNING.plusSeconds(60)),
                        MORNING.plusSeconds(120),
                        2,
                        EraseReason.BOX_CLOSED));
        assertThat(desk.view().rows()).isEmpty();
        assertThat(desk.desk.room()).isEqualTo(Room.NONE);
    }

    @Test
    @Tag("ERA-6")
    void theEraseForgetsWhatWasSentUnderWhichId() {
        desk.joins(ANNA);
        SessionDraft draft = desk.draft(ANNA, "1");
        var first = desk.tell(new DeskCommand.PatientSends(ANNA, draft)).orThrow();
        desk.leaves(ANNA);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, draft)).orThrow())
                .isEqualTo(first);
        desk.refreshed();
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, draft)))).contains(RefusalCode.NOT_IN_QUEUE);
        SessionId again = desk.joins(ANNA);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, draft))
                        .orThrow()
                        .session())
                .isEqualTo(again);
    }

    @Test
    @Tag("ERA-6")
    void noPatientRemainsInABoxWhoseSessionIsErased() {
        endedInBox(ANNA);
        desk.minimise();
        desk.callStarts(BRUNO);
        assertThat(desk.desk.box).isEqualTo(ChatBox.closed());
        desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        assertThat(desk.view().box()).isEqualTo(ChatBox.closed());
        assertThat(desk.view().erased()).isPresent();
        desk.choose(ANNA);
        assertThat(desk.view().erased()).isEmpty();
    }

    @Test
    @Tag("ERA-6")
    void whatRemainsIsBoundedAndGrowsOld() {
        SessionId first = endedInBox(ANNA);
        desk.closeBox();
        SessionId last = first;
        for (int i = 0; i < 32; i++) {
            last = endedInBox(BRUNO);
            desk.closeBox();
        }
        assertThat(code(desk.transcript(first))).contains(RefusalCode.NOT_FOUND);
        assertThat(code(desk.transcript(last))).contains(RefusalCode.SESSION_ERASED);
        desk.pass(Duration.ofHours(12));
        assertThat(code(desk.transcript(last))).contains(RefusalCode.NOT_FOUND);
        desk.pageGone();
        assertThat(desk.desk.isEmpty()).isTrue();
    }

    @Test
    @Tag("ERA-6")
    void theEraseTouchesExactlyThatSession() {
        SessionId live = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        Transcript before = desk.transcript(live).orThrow();
        endedInBox(BRUNO);
        desk.closeBox();
        assertThat(desk.transcript(live).orThrow()).isEqualTo(before);
        assertThat(desk.unviewed(ANNA)).isEqualTo(1);
        desk.closeBox();
        assertThat(desk.erasures).hasSize(1);
    }

    @Test
    @Tag("ERA-8")
    void erasedWithUnviewedMessagesTellsTheirNumber() {
        endedElsewhere(ANNA);
        SessionId brunos = desk.joins(BRUNO);
        desk.choose(BRUNO);
        assertThat(desk.erasures).extracting(Erasure::unviewed).containsExactly(1);
        desk.answers(brunos, BRUNO, "2").orThrow();
        desk.leaves(BRUNO);
        desk.closeBox();
        assertThat(desk.erasures).extracting(Erasure::unviewed).isEqualTo(List.of(1, 0));
    }
}
