package org.clinicchat.examples.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.examples.quickstart.terminal.Recorded;
import org.clinicchat.inmemory.InMemoryStorage;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Recorded recorded = Recorded.piped();

    @Test
    void countsWhatItDid() {
        int exitCode = replay(
                "Doctor: 𝔾ood morning 🌞\nPatient: buongiorno\nGuest_family: his sister\n  writes too 🤒\nPatient: 👩🏽‍⚕️ e\u0301",
                "",
                "Guest_clinician: I stand in\nPatient: thank you",
                "[a note]\nDoctor: nobody answers");
        assertThat(exitCode).isZero();
        assertRow("conversations", "4   1 of them without a message");
        assertRow("messages", "7   accepted, of 7 in the file");
        assertRow("Doctor", "2   the owner of the chat");
        assertRow("Patient", "3   the patient");
        assertRow("Guest_family", "1   on the patient's side");
        assertRow("Guest_clinician", "1   a colleague, as substitute");
        assertRow("refusals", "0");
        assertRow("automatic replies", "2   one for each patient who was heard");
        assertRow("lines left out", "1   before the first speaker of a dialogue");
        assertThat(recorded.out()).contains("All 7 texts came back to the code point");
        assertThat(recorded.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void tellsWhatIsUnreadAtEachDesk() {
        replay(
                "Patient: a\nDoctor: b\nPatient: c\nPatient: d",
                "Patient: e",
                "Doctor: f",
                "Patient: g\nGuest_clinician: h");
        assertRow("Dr Elena Rossi", "2 1");
        assertRow("Dr Paolo Bianchi", "1 1");
        assertRow("Dr Sara Conti", "0 0");
        assertRow("Dr Luca Greco", "1 1");
    }

    @Test
    void whatTheRulesRefuseIsCountedByReasonAndNotDropped() {
        int exitCode = replay("Doctor: fine\nPatient:  \nDoctor: a\tb", "Patient:\nDoctor: " + "x".repeat(10_001));
        assertThat(exitCode).isZero();
        assertRow("messages", "1   accepted, of 5 in the file");
        assertRow("refusals", "4");
        assertRow("MESSAGE_EMPTY", "2   rule CARE-5");
        assertRow("CONTROL_CHARACTER", "1   rule CARE-5");
        assertRow("TEXT_TOO_LONG", "1   rule CARE-5");
        assertThat(recorded.out())
                .contains("First: dialogue 1, message 2.")
                .contains("The text has 10,001 characters; at most 10,000 are allowed.")
                .contains("All 1 texts came back");
    }

    @Test
    void aConversationOfManyPagesComesBackWhole() {
        assertThat(replay("Doctor: ping\nPatient: pong\n".repeat(600))).isZero();
        assertThat(recorded.out()).contains("All 1,200 texts came back");
    }

    @Test
    void whoWatchesSeesHowFarItIs() {
        Recorded watched = Recorded.watched("");
        var file = new DialogueFile("a.csv", List.of(Dialogue.parse(1, "Doctor: x")));
        Replay.of(file, InMemoryStorage.create(), watched.terminal()).run();
        assertThat(watched.out()).contains("\r  replaying … 0 of 1 dialogues", "\r  verifying …");
    }

    private int replay(String... dialogues) {
        List<Dialogue> parsed = new ArrayList<>();
        for (String dialogue : dialogues) {
            parsed.add(Dialogue.parse(parsed.size() + 1, dialogue));
        }
        return Replay.of(new DialogueFile("a.csv", parsed), InMemoryStorage.create(), recorded.terminal())
                .run();
    }

    private void assertRow(String label, String rest) {
        assertThat(recorded.lines().stream().map(line -> line.strip().replaceAll(" {4,}", " ")))
                .as("row %s", label)
                .contains(label + " " + rest);
    }
}
