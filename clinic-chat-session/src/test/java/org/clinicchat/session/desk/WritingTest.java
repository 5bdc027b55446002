package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.session.desk.DeskScene.ANNA;
import static org.clinicchat.session.desk.DeskScene.BRUNO;
import static org.clinicchat.session.desk.DeskScene.MORNING;
import static org.clinicchat.session.desk.DeskScene.code;

import java.time.Duration;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.session.chat.FirstWriter;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.chat.SessionSide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WritingTest {

    private final DeskScene desk = new DeskScene();

    @Test
    @Tag("CARE-8")
    void theSameDraftAgainGivesTheFirstReceipt() {
        SessionId session = desk.joins(ANNA);
        SessionDraft mine = desk.draft(ANNA, "1");
        SessionDraft hers = new SessionDraft(mine.clientId(), ANNA, "2");
        var first = desk.tell(new DeskCommand.PractitionerSends(desk.page, session, mine))
                .orThrow();
        var second = desk.tell(new DeskCommand.PatientSends(ANNA, hers)).orThrow();
        desk.pass(Duration.ofMinutes(1));
        desk.leaves(ANNA);
        assertThat(desk.tell(new DeskCommand.PractitionerSends(desk.page, session, mine))
                        .orThrow())
                .isEqualTo(first);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, hers)).orThrow())
                .isEqualTo(second);
        assertThat(desk.texts(session)).containsExactly("1", "2");
    }

    @Test
    @Tag("CARE-8")
    void theSameIdForAnythingElseIsAConflict() {
        SessionId annas = desk.joins(ANNA);
        SessionId brunos = desk.joins(BRUNO);
        SessionDraft draft = desk.draft(ANNA, "1");
        desk.tell(new DeskCommand.PractitionerSends(desk.page, annas, draft)).orThrow();
        SessionDraft other = new SessionDraft(draft.clientId(), ANNA, "2");
        SessionDraft otherPatient = new SessionDraft(draft.clientId(), BRUNO, "1");
        assertThat(code(desk.tell(new DeskCommand.PractitionerSends(desk.page, annas, other))))
                .contains(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
        assertThat(code(desk.tell(new DeskCommand.PractitionerSends(desk.page, annas, otherPatient))))
                .contains(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
        assertThat(code(desk.tell(new DeskCommand.PractitionerSends(desk.page, brunos, draft))))
                .contains(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
        assertThat(desk.tell(new DeskCommand.PatientSends(BRUNO, otherPatient)).isAccepted())
                .isTrue();
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, draft)).isAccepted())
                .isTrue();
    }

    @Test
    @Tag("CARE-8")
    void aReturningPatientsRetryIsFoundInTheOldSession() {
        SessionId old = desk.joins(ANNA);
        SessionDraft draft = desk.draft(ANNA, "1");
        desk.tell(new DeskCommand.PatientSends(ANNA, draft)).orThrow();
        desk.leaves(ANNA);
        SessionId again = desk.joins(ANNA);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, draft))
                        .orThrow()
                        .session())
                .isEqualTo(old);
        assertThat(desk.texts(again)).isEmpty();
    }

    @Test
    @Tag("CARE-9")
    void aMessageForAnotherPatientIsRefused() {
        SessionId annas = desk.joins(ANNA);
        desk.joins(BRUNO);
        assertThat(code(desk.answers(annas, BRUNO, "1"))).contains(RefusalCode.WRONG_PATIENT);
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, desk.draft(BRUNO, "1")))))
                .contains(RefusalCode.WRONG_PATIENT);
        assertThat(desk.texts(annas)).isEmpty();
    }

    @Test
    @Tag("CARE-7")
    void messagesAreCountedAndTheirTimesNeverGoBack() {
        SessionId session = desk.joins(ANNA);
        desk.now = MORNING.plusNanos(1_999);
        assertThat(desk.writes(ANNA, "1").orThrow().at()).isEqualTo(MORNING.plusNanos(1_000));
        desk.now = MORNING.minusSeconds(60);
        assertThat(desk.answers(session, ANNA, "2").orThrow().at()).isEqualTo(MORNING.plusNanos(1_000));
        assertThat(desk.transcript(session).orThrow().messages())
                .containsExactly(
                        new SessionMessage(1, SessionSide.PATIENT, "1", MORNING.plusNanos(1_000)),
                        new SessionMessage(2, SessionSide.PRACTITIONER, "2", MORNING.plusNanos(1_000)));
    }

    @Test
    @Tag("CARE-5")
    @Tag("SES-9")
    void aMessageIsATextThatCanBeKept() {
        desk.settings = SessionSettings.defaults().withLimits(3, 2);
        SessionId session = desk.joins(ANNA);
        assertThat(code(desk.writes(ANNA, " \n"))).contains(RefusalCode.MESSAGE_EMPTY);
        assertThat(code(desk.writes(ANNA, "1234"))).contains(RefusalCode.TEXT_TOO_LONG);
        assertThat(code(desk.writes(ANNA, "\t1"))).contains(RefusalCode.CONTROL_CHARACTER);
        assertThat(code(desk.writes(ANNA, "\ud800"))).contains(RefusalCode.TEXT_NOT_UNICODE);
        assertThat(desk.writes(ANNA, "🙂\n🙂").isAccepted()).isTrue();
        assertThat(desk.texts(session)).containsExactly("🙂\n🙂");
    }

    @Test
    @Tag("SAFE-6")
    void badIdsAreRefused() {
        desk.joins(ANNA);
        SessionDraft bad = new SessionDraft(ClientMessageId.of("not an id"), ANNA, "1");
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, bad)))).contains(RefusalCode.MALFORMED_ID);
        assertThat(code(desk.answers(SessionId.of("\n"), ANNA, "1"))).contains(RefusalCode.NOT_FOUND);
    }

    @Test
    @Tag("SAFE-6")
    void aSessionTakesSoManyMessagesAndNoMore() {
        desk.settings = SessionSettings.defaults().withLimits(10, 2);
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        SessionDraft second = desk.draft(ANNA, "2");
        desk.tell(new DeskCommand.PatientSends(ANNA, second)).orThrow();
        var full = desk.writes(ANNA, "3").whyNot().orElseThrow();
        assertThat(full.code()).isEqualTo(RefusalCode.SESSION_FULL);
        assertThat(full.detail()).contains(new RefusalDetail.Limit(2, 2));
        assertThat(desk.maySend(ANNA).whyNot()).contains(full);
        assertThat(desk.maySend(session).whyNot()).contains(full);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, second)).isAccepted())
                .isTrue();
    }

    @Test
    @Tag("SAFE-6")
    void aFullNodeTakesNothingAndLosesNothing() {
        SessionId session = desk.joins(ANNA);
        desk.writes(ANNA, "1").orThrow();
        SessionId ended = desk.joins(BRUNO);
        desk.leaves(BRUNO);
        desk.hasRoom = false;
        assertThat(code(desk.writes(ANNA, "2"))).contains(RefusalCode.NODE_FULL);
        assertThat(code(desk.maySend(ANNA))).contains(RefusalCode.NODE_FULL);
        assertThat(code(desk.tell(new DeskCommand.PatientJoins(BRUNO, SessionId.of("s")))))
                .contains(RefusalCode.NODE_FULL);
        assertThat(desk.joins(ANNA)).isEqualTo(session);
        assertThat(desk.texts(ended)).isEmpty();
        assertThat(code(desk.tell(new DeskCommand.CallStarts(BRUNO, SessionId.of("s")))))
                .contains(RefusalCode.NODE_FULL);
        assertThat(code(desk.transcript(ended))).contains(RefusalCode.SESSION_ERASED);
        assertThat(desk.texts(session)).containsExactly("1");
    }

    @Test
    @Tag("SAFE-1")
    void theReasonIsTheFirstOfOneOrder() {
        desk.settings =
                SessionSettings.defaults().with(FirstWriter.PRACTITIONER).withLimits(1, 1);
        desk.hasRoom = true;
        SessionId session = desk.joins(ANNA);
        SessionDraft wrong = new SessionDraft(ClientMessageId.of("bad id"), BRUNO, "");
        SessionDraft bad = new SessionDraft(ClientMessageId.of("bad id"), ANNA, "");
        SessionDraft empty = new SessionDraft(ClientMessageId.of("id"), ANNA, "");
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, wrong)))).contains(RefusalCode.WRONG_PATIENT);
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, bad))))
                .contains(RefusalCode.PRACTITIONER_WRITES_FIRST);
        desk.answers(session, ANNA, "1").orThrow();
        desk.hasRoom = false;
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, bad)))).contains(RefusalCode.MALFORMED_ID);
        assertThat(code(desk.tell(new DeskCommand.PatientSends(ANNA, empty)))).contains(RefusalCode.MESSAGE_EMPTY);
        assertThat(code(desk.writes(ANNA, "1"))).contains(RefusalCode.SESSION_FULL);
        desk.leaves(ANNA);
        assertThat(code(desk.tell(new DeskCommand.PractitionerSends(desk.page, session, wrong))))
                .contains(RefusalCode.WRONG_PATIENT);
        assertThat(code(desk.tell(new DeskCommand.PractitionerSends(desk.page, session, bad))))
                .contains(RefusalCode.PATIENT_HAS_LEFT);
    }

    @Test
    @Tag("SAFE-6")
    void whatAnotherRuleRefusesAsksForNoRoom() {
        desk.settings = SessionSettings.defaults().withLimits(1, 1);
        SessionId session = desk.joins(ANNA);
        SessionDraft sent = desk.draft(ANNA, "1");
        desk.tell(new DeskCommand.PatientSends(ANNA, sent)).orThrow();
        int before = desk.askedForRoom;
        assertThat(code(desk.writes(ANNA, "22"))).contains(RefusalCode.TEXT_TOO_LONG);
        assertThat(code(desk.writes(ANNA, "2"))).contains(RefusalCode.SESSION_FULL);
        assertThat(code(desk.writes(BRUNO, "2"))).contains(RefusalCode.NOT_IN_QUEUE);
        assertThat(code(desk.answers(session, BRUNO, "2"))).contains(RefusalCode.WRONG_PATIENT);
        assertThat(desk.tell(new DeskCommand.PatientSends(ANNA, sent)).isAccepted())
                .isTrue();
        desk.joins(ANNA);
        assertThat(desk.askedForRoom).isEqualTo(before);
    }

    @Test
    @Tag("SAFE-1")
    void aRefusalChangesNothing() {
        SessionId session = desk.joins(ANNA);
        desk.leaves(ANNA);
        Desk before = desk.desk;
        desk.answers(session, ANNA, "1");
        desk.writes(ANNA, "1");
        desk.tell(new DeskCommand.Choose(desk.page, BRUNO));
        assertThat(desk.desk).isSameAs(before);
        assertThat(desk.news).isEqualTo(DeskNews.NONE);
    }

    @Test
    void aLogThatGrowsTwiceFromOneStateKeepsBoth() {
        MessageLog one = MessageLog.EMPTY.with(SessionSide.PATIENT, desk.draft(ANNA, "1"), MORNING);
        MessageLog left = one.with(SessionSide.PATIENT, desk.draft(ANNA, "left"), MORNING);
        MessageLog right = one.with(SessionSide.PATIENT, desk.draft(ANNA, "right"), MORNING);
        assertThat(left.message(2).text()).isEqualTo("left");
        assertThat(right.message(2).text()).isEqualTo("right");
        assertThat(one.messages()).hasSize(1);
        assertThat(left.bytes()).isGreaterThan(one.bytes());
    }
}
