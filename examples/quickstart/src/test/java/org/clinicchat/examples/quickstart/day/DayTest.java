package org.clinicchat.examples.quickstart.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.clinicchat.examples.quickstart.terminal.Recorded;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {

    private static final String AUTOMATIC = "Dr Elena Rossi · automatic reply";

    private final Recorded recorded = Recorded.piped();

    DayTest() {
        Day.tell(InMemoryStorage.create(), recorded.terminal(), false);
    }

    @Test
    void tellsEverySceneInItsOrder() {
        List<String> titles = Day.SCENES.stream().map(Scene::title).toList();
        assertThat(recorded.lines().stream().filter(line -> line.matches("── \\d+\\. .*")))
                .hasSize(titles.size())
                .zipSatisfy(titles, (line, title) -> assertThat(line).contains(". " + title + " ─"));
    }

    @Test
    void fitsAPageOf80ColumnsWithoutColours() {
        assertThat(recorded.lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
        assertThat(recorded.out()).doesNotContain("\u001b");
    }

    @Test
    void coloursAreAllThatATerminalAdds() {
        Recorded watched = Recorded.watched("");
        Day.tell(InMemoryStorage.create(), watched.terminal(), false);
        assertThat(watched.out()).contains("\u001b[2m", "\u001b[36m", "\u001b[33m");
        assertThat(watched.out().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(recorded.out());
    }

    @Test
    void waitsAfterEachSceneIfAsked() throws IOException {
        Recorded watched = Recorded.watched("\n".repeat(Day.SCENES.size()) + "left");
        Day.tell(InMemoryStorage.create(), watched.terminal(), true);
        assertThat(watched.notYetTyped()).isEqualTo("left");
    }

    @Test
    void theAutomaticReplyGoesOutOnceToEachWhoWrites() {
        assertThat(scene("Patients write first"))
                .filteredOn(line -> line.contains(AUTOMATIC))
                .hasSize(4);
        assertThat(scene("Patients write first"))
                .filteredOn(line -> line.endsWith("Anna D'Amico"))
                .hasSize(2);
        assertThat(scene("Sent twice, delivered once"))
                .filteredOn(line -> line.contains(AUTOMATIC))
                .hasSize(1);
        assertThat(scene("In the evening")).noneMatch(line -> line.contains(AUTOMATIC));
    }

    @Test
    void theUnreadCountsMove() {
        assertThat(scene("Dr Rossi opens her list"))
                .containsSubsequence(
                        "         unread: 5 messages in 4 conversations",
                        "         unread: 3 messages in 3 conversations");
        assertThat(scene("In the evening"))
                .containsSubsequence(
                        "         unread: 3 messages in 3 conversations",
                        "         unread: 0 messages in 0 conversations");
    }

    @Test
    void aMarkStaysAndTheFiltersDiffer() {
        assertThat(scene("Read, but not done with"))
                .anyMatch(line -> line.matches("  ● Zanetti Nicolò .* marked .*"))
                .anyMatch(line -> line.matches("  ● D'Amico Anna .* 1 +09:09 .*"))
                .anyMatch(line -> line.matches("    D'Amico Anna .* 09:09 .*"));
        assertThat(scene("A colleague stands in")).anyMatch(line -> line.matches("  ● Zanetti Nicolò .* 1, marked .*"));
    }

    @ParameterizedTest
    @CsvSource({"damico, Anna D'Amico", "nicolo, Nicolò Zanetti", "weiss jur, Jürgen Weiß"})
    void theSearchFinds(String typed, String found) {
        assertThat(scene("Finding somebody")).anyMatch(line -> line.matches(" +" + typed + " +→ " + found));
    }

    @Test
    void theSearchFindsPartOfACodiceFiscaleAndNoMessage() {
        assertThat(scene("Finding somebody"))
                .anyMatch(line -> line.matches(" +DLLCCT48 +→ Concetta Dell'Orto"))
                .anyMatch(line -> line.matches(" +cough +→ \\(nobody\\)"));
    }

    @ParameterizedTest
    @CsvSource({
        "The doors open, SERVICE_OFF",
        "Switched off for one patient, CHAT_DISABLED",
        "A colleague stands in, NOT_FOUND",
        "The wrong window, WRONG_PATIENT",
        "'Sent twice, delivered once', CLIENT_MESSAGE_ID_REUSED",
        "'Another clinic, the same ids', NOT_FOUND"
    })
    void aRefusalHasItsRuleAndItsMessageInBothLanguages(String scene, RefusalCode code) {
        Refusal refusal = Refusal.of(code);
        String shown = String.join(" ", scene(scene)).replaceAll(" +", " ");
        assertThat(shown)
                .contains("refused: " + code + ", rule " + code.rule())
                .contains("en " + refusal.message(Locale.ENGLISH))
                .contains("it " + refusal.message(Locale.ITALIAN));
    }

    @Test
    void aRefusedAttemptLeavesNothing() {
        assertThat(scene("Switched off for one patient"))
                .contains("         messages in the chat: 3 before, 3 after")
                .anyMatch(line -> line.matches("    Dell'Orto Concetta .*\\[chat is off\\]"));
    }

    @Test
    void aSubstitutesNameStandsBesideTheOwners() {
        assertThat(scene("A colleague stands in"))
                .contains("  13:06  Dr Paolo Bianchi, substitute of Dr Elena Rossi")
                .contains("         at 11:55 colleagues may read: no")
                .contains("         at 13:00 colleagues may read: yes")
                .contains("         and the list of Dr Rossi's chats: NOT_FOUND");
    }

    @Test
    void aRetractedMessageLeavesATombstone() {
        List<String> scene = scene("Entered in error");
        int asJuergenSeesIt = indexOf(scene, line -> line.contains("Jürgen sees then"));
        assertThat(scene.subList(asJuergenSeesIt, scene.size()))
                .contains("         [retracted at 15:33 by Dr Elena Rossi]")
                .noneMatch(line -> line.contains("Thursday"))
                .anyMatch(line -> line.contains("Friday"));
    }

    @Test
    void aRetryGivesTheSameReceipt() {
        assertThat(scene("Sent twice, delivered once")).contains("         They are equal.");
    }

    @Test
    void theClinicsDoNotSeeEachOther() {
        assertThat(recorded.lines())
                .filteredOn(line -> line.contains("Pellegrini"))
                .hasSize(1);
        List<String> scene = scene("Another clinic, the same ids");
        int atTheLake = indexOf(scene, line -> line.contains("● Pellegrini Anna"));
        int inSanMarco = indexOf(scene, line -> line.startsWith("    D'Amico Anna"));
        assertThat(atTheLake).isPositive().isLessThan(inSanMarco);
    }

    @Test
    void theAuditEndsWithTheDaysLastDeeds() {
        assertThat(scene("What the audit says"))
                .anyMatch(line -> line.matches(".* 09:26 .* DIS-2 .* REFUSED CHAT_DISABLED .* Concetta Dell'Orto"))
                .anyMatch(line -> line.matches(".* REFUSED NOT_FOUND ×2 .* Dr Bianchi for Dr Rossi"))
                .anyMatch(line -> line.matches(".* 17:30 .* CHAT_ENABLED .* Dr Rossi"));
    }

    private List<String> scene(String title) {
        List<String> lines = recorded.lines();
        int begin = indexOf(lines, line -> line.contains(". " + title + " ─"));
        List<String> rest = lines.subList(begin + 1, lines.size());
        return rest.stream().takeWhile(line -> !line.startsWith("──")).toList();
    }

    private static int indexOf(List<String> lines, Predicate<String> wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        throw new AssertionError("there is no such line");
    }
}
