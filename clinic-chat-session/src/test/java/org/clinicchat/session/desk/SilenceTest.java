package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusedException;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.chat.SessionSide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final String MARK = "MARKED";
    private static final PatientId WHO = PatientId.of(MARK);
    private static final PageId PAGE = PageId.of("page");
    private static final SessionId SESSION = SessionId.of("session");
    private static final SessionDraft DRAFT = new SessionDraft(ClientMessageId.of(MARK), WHO, MARK);

    /** Everything that can happen to a marked patient with marked texts, and everything that can be asked. */
    private static final List<DeskCommand<?>> STORY = List.of(
            new DeskCommand.PageAttaches(PAGE, SessionId.of("a")),
            new DeskCommand.PatientJoins(WHO, SESSION),
            new DeskCommand.PatientSends(WHO, DRAFT),
            new DeskCommand.PatientSends(WHO, new SessionDraft(DRAFT.clientId(), WHO, "other" + MARK)),
            new DeskCommand.Choose(PAGE, WHO),
            new DeskCommand.PractitionerSends(PAGE, SESSION, DRAFT),
            new DeskCommand.PractitionerSends(PAGE, SessionId.of(MARK + "\n"), SessionDraft.of(WHO, MARK)),
            new DeskCommand.LookAtPage(PAGE),
            new DeskCommand.LookAsPatient(WHO),
            new DeskCommand.ReadTranscript(PAGE, SESSION),
            new DeskCommand.MayPatientSend(WHO),
            new DeskCommand.MayPractitionerSend(PAGE, SESSION),
            new DeskCommand.CallStarts(WHO, SessionId.of("b")),
            new DeskCommand.Notify(true),
            new DeskCommand.Minimise(PAGE),
            new DeskCommand.PatientLeaves(WHO),
            new DeskCommand.PageRefreshed(PAGE, SessionId.of("c")),
            new DeskCommand.CloseBox(PAGE),
            new DeskCommand.PageGone(PAGE, SessionId.of("d")),
            new DeskCommand.Sweep(),
            new DeskCommand.NodeStops());

    @Test
    @Tag("ERA-7")
    @Tag("SAFE-5")
    void noToStringAndNoExceptionSaysWhatOrWho() {
        List<String> said = new ArrayList<>(List.of(
                DRAFT.toString(),
                new SessionMessage(1, SessionSide.PATIENT, MARK, Instant.EPOCH).toString(),
                new ChatBox.Open(WHO).toString(),
                new ChatBox.Minimized(WHO).toString(),
                new DeskKey(ClinicId.of(MARK), PractitionerId.of(MARK)).toString(),
                SessionId.of(MARK + " ").toString(),
                PageId.of(MARK + " ").toString()));
        Desk desk = Desk.EMPTY;
        DeskFacts facts = DeskFacts.of(Instant.EPOCH, SessionSettings.defaults());
        for (DeskCommand<?> command : STORY) {
            DeskStep<?> step = command.decide(desk, facts);
            desk = step.desk();
            said.addAll(List.of(
                    command.toString(),
                    step.toString(),
                    desk.toString(),
                    step.news().toString()));
            said.add(saidBy(step.answer()));
        }
        assertThat(said).noneMatch(text -> text.contains(MARK));
    }

    private static String saidBy(Outcome<?> answer) {
        return answer
                + answer.whyNot()
                        .map(RefusedException::new)
                        .map(Throwable::toString)
                        .orElse("");
    }

    @Test
    @Tag("SES-8")
    void everyReasonHasItsWordsInBothLanguages() {
        for (EraseReason reason : EraseReason.values()) {
            assertThat(reason.message(Locale.ENGLISH))
                    .startsWith("Erased, because")
                    .isEqualTo(reason.message(Locale.FRENCH));
            assertThat(reason.message(Locale.ITALY)).startsWith("Cancellata perché");
        }
    }

    @Test
    void aBoxSaysOnWhomItIs() {
        assertThat(ChatBox.closed().patient()).isEmpty();
        assertThat(new ChatBox.Minimized(WHO).patient()).isEqualTo(Optional.of(WHO));
        assertThat(new ChatBox.Minimized(WHO).isOpen()).isFalse();
        assertThat(new ChatBox.Open(WHO).isOpen()).isTrue();
    }
}
