package org.clinicchat.examples.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clinicchat.examples.quickstart.replay.Speaker.DOCTOR;
import static org.clinicchat.examples.quickstart.replay.Speaker.PATIENT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.clinicchat.examples.quickstart.UserError;
import org.junit.jupiter.api.Test;

class DialogueFileTest {

    @Test
    void readsLineBreaksAndQuotesInsideQuotes() throws UserError {
        assertThat(read("ID,dialogue,note\r\n7,\"Doctor: say \"\"ah\"\", please\r\nPatient: ah\",\"a\r\nb\"\r\n"))
                .singleElement()
                .isEqualTo(Dialogue.parse(1, "Doctor: say \"ah\", please\r\nPatient: ah"));
    }

    @Test
    void passesOverAByteOrderMarkAndEmptyLines() throws UserError {
        assertThat(read("\ufeffdialogue\n\nDoctor: one\n\n\"Doctor: two\"\n\n"))
                .extracting(dialogue -> dialogue.turns().get(0).text())
                .containsExactly("one", "two");
    }

    @Test
    void findsTheColumnWhereverItStands() throws UserError {
        assertThat(read("a, Dialogue ,b\nx,Patient: here,y\n").get(0).turns())
                .containsExactly(new Turn(PATIENT, "here"));
    }

    @Test
    void anEmptyValueIsADialogueWithoutAMessage() throws UserError {
        assertThat(read("ID,dialogue\n1,\n2,\"\"\n3,Doctor: x\n"))
                .extracting(dialogue -> dialogue.turns().size())
                .containsExactly(0, 0, 1);
    }

    @Test
    void theLastLineNeedsNoLineBreak() throws UserError {
        assertThat(read("dialogue\nDoctor: x").get(0).turns()).containsExactly(new Turn(DOCTOR, "x"));
    }

    @Test
    void whoMayNotReadItIsTold() {
        assertThatThrownBy(() -> DialogueFile.read("a.csv", "a.csv", () -> {
                    throw new AccessDeniedException("a.csv");
                }))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.csv cannot be read: permission denied");
    }

    @Test
    void aBrokenDiskIsTold() {
        assertThatThrownBy(() -> DialogueFile.read("a.csv", "a.csv", () -> {
                    throw new IOException("disk error\n");
                }))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.csv cannot be read: disk error\ufffd");
    }

    private static List<Dialogue> read(String csv) throws UserError {
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return DialogueFile.read("a.csv", "a.csv", () -> bytes).dialogues();
    }
}
