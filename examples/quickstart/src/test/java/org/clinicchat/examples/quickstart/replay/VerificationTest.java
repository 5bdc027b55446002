package org.clinicchat.examples.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.examples.quickstart.terminal.Recorded;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A verification that is told something else than was sent must say so. */
class VerificationTest {

    private static final ClinicId CLINIC = ClinicId.of("clinic");

    private final ClinicChat chat = ClinicChat.on(InMemoryStorage.create()).build();
    private final Clinic clinic = chat.clinic(CLINIC);
    private final List<Desk> desks = Desk.open(clinic);
    private final Dialogue dialogue = Dialogue.parse(1, "Doctor: a😀b\nPatient: c\nGuest_clinician: d");
    private final Played played = new Playing(clinic, CLINIC, desks.get(0), dialogue).play();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void nothingDiffersWhereNothingDoes() {
        assertThat(differences(played)).isEmpty();
    }

    @Test
    void anotherTextIsTold() {
        assertThat(differences(withFirst(sent -> sent(new Turn(Speaker.DOCTOR, "a😀c"), sent.authorship(), sent))))
                .containsExactly(
                        new Difference(1, "the practice", "message 1 has another text, from code point 2 on"),
                        new Difference(1, "the patient", "message 1 has another text, from code point 2 on"));
    }

    @Test
    void anotherAuthorIsTold() {
        Authorship other = Authorship.of(PersonRef.of(desks.get(1).owner()));
        assertThat(differences(withFirst(sent -> sent(sent.turn(), other, sent))))
                .extracting(Difference::what)
                .containsExactly("message 1 has another author", "message 1 has another author");
    }

    @Test
    void aLostMessageIsTold() {
        assertThat(differences(with(played.accepted().subList(0, 2), played.unread())))
                .extracting(Difference::what)
                .contains("3 messages came back of 2 that were accepted");
    }

    @Test
    void anotherOrderIsTold() {
        List<Played.Sent> reversed = new ArrayList<>(played.accepted());
        Collections.reverse(reversed);
        assertThat(differences(with(reversed, played.unread())))
                .extracting(Difference::what)
                .contains("message 1 was given place 4", "message 1 is not the one that the receipt names");
    }

    @Test
    void anotherCountOfUnreadMessagesIsTold() {
        assertThat(differences(with(played.accepted(), 2)))
                .containsExactly(new Difference(1, "the practice", "1 messages are unread, but a recount gives 2"));
    }

    @Test
    void aSecondAutomaticReplyIsTold() {
        clinic.practitioner(desks.get(0).owner())
                .settings()
                .activateAutoReply("Another text.")
                .orThrow();
        clinic.patient(played.patient())
                .conversationWith(desks.get(0).owner())
                .send(Draft.of(played.patient(), "once more"))
                .orThrow();
        assertThat(differences(played))
                .extracting(Difference::what)
                .contains("2 automatic replies in place of 1", "the automatic reply has another text");
    }

    @Test
    void theReportShowsDifferences() {
        Recorded recorded = Recorded.piped();
        List<Difference> many = Collections.nCopies(25, new Difference(1, "the patient", "message 1 has another text"));
        new Report(recorded.terminal(), "a.csv", clinic, desks, List.of(played)).print(Duration.ofMillis(1), 1, many);
        assertThat(recorded.out())
                .contains("Not as it was sent: 25 differences")
                .contains("  dialogue 1, for the patient: message 1 has another text\n")
                .contains("and 5 more")
                .doesNotContain("Verified");
    }

    private List<Difference> differences(Played told) {
        return new Verification(clinic).check(List.of(told));
    }

    private Played withFirst(UnaryOperator<Played.Sent> change) {
        List<Played.Sent> changed = new ArrayList<>(played.accepted());
        changed.set(0, change.apply(changed.get(0)));
        return with(changed, played.unread());
    }

    private Played with(List<Played.Sent> accepted, long unread) {
        return new Played(dialogue, played.desk(), played.patient(), accepted, List.of(), unread);
    }

    private static Played.Sent sent(Turn turn, Authorship authorship, Played.Sent as) {
        return new Played.Sent(turn, authorship, as.receipt());
    }
}
