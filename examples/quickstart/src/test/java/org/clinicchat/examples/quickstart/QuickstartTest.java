package org.clinicchat.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.clinicchat.examples.quickstart.terminal.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

    private final Recorded recorded = Recorded.piped();

    @TempDir
    private Path folder;

    @Test
    void tellsTheDayIfNothingElseIsAskedFor() {
        assertThat(run()).isZero();
        assertThat(recorded.out()).contains("a day at the Poliambulatorio San Marco");
        assertThat(recorded.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helps(String option) {
        assertThat(run(option)).isZero();
        assertThat(recorded.out()).contains("--dialogues FILE", "Guest_clinician", "NO_COLOR", "Exit codes");
        assertThat(recorded.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dialogue", "file.csv", "-x", "", "--\u001b[31m"})
    void anUnknownOptionIsRefused(String option) {
        assertRefused("is not an option", option);
    }

    @Test
    void theOptionWantsOneFile() {
        assertRefused("--dialogues wants a file", "--dialogues");
        assertRefused("--dialogues wants a file", "--dialogues=");
        assertRefused("--dialogues wants a file", "--dialogues", "--help");
        assertRefused("takes one file", "--dialogues", "a.csv", "--dialogues", "b.csv");
        assertRefused("cannot be a file's name", "--dialogues", "a\0b");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertRefused(
                "There is no file", "--dialogues", folder.resolve("none.csv").toString());
        assertRefused("begins at " + Path.of("").toAbsolutePath(), "--dialogues", "none.csv");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertRefused("is a directory", "--dialogues", folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "'\ufeff'|is empty",
                "'ID,text\n1,hello\n'|no column \"dialogue\". Its first line must name the columns; it says: ID, text",
                "'dialogue,Dialogue\n1,2\n'|several columns \"dialogue\"",
                "'ID,dialogue\n'|nothing under them",
                "'ID,dialogue\n1,\"Doctor: hi\n2,Patient: hi\n'|look at the row that begins at line 2",
                "'ID,dialogue\n1,\"Doctor: hi\"\n2,\"Doctor\": hi\n'|look at the row that begins at line 3",
                "'ID,dialogue\n1,Doctor: well, yes\n'|line 2 does not fit (values: 3, columns: 2)",
                "'ID,dialogue\n1\n'|line 2 does not fit (values: 1, columns: 2)"
            })
    void aFileThatIsNoSuchCsvIsRefused(String content, String reason) throws IOException {
        assertRefused(reason, "--dialogues=" + file(content.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
    void aFileInAnotherEncodingIsRefused(String charset) throws IOException {
        String content = "dialogue\nPatient: perché è così\n";
        assertRefused("is not in UTF-8", "--dialogues=" + file(content.getBytes(charset)));
    }

    @Test
    void wrongBytesFarDownAreFoundBeforeAnythingIsReplayed() throws IOException {
        String rows = "dialogue\n" + "\"Doctor: good morning\nPatient: good morning\"\n".repeat(2_000);
        byte[] bytes = (rows + "Patient: ?\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;
        assertRefused("is not in UTF-8", "--dialogues=" + file(bytes));
    }

    @Test
    void replaysAFile() throws IOException {
        Path file = file("dialogue\r\n\"Doctor: hello\r\nPatient: hello\"\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run("--dialogues", file.toString())).isZero();
        assertThat(recorded.out()).contains("All 2 texts came back to the code point");
        assertThat(recorded.err()).isEmpty();
    }

    @Test
    void onADatabaseTheDayIsThereAtTheSecondStart() {
        String url = "jdbc:h2:file:" + folder.resolve("kept");
        assertThat(run("--jdbc-url", url)).isZero();
        assertThat(recorded.out()).contains("13. What the audit says").doesNotContain("The day is kept");
        Recorded second = Recorded.piped();
        assertThat(Quickstart.run(second.terminal(), "--jdbc-url=" + url)).isZero();
        assertThat(second.out())
                .contains("1. The day is kept", "D'Amico Anna", "unread: 0 messages in 0 conversations", "CHAT_ENABLED")
                .doesNotContain("2. ");
        assertThat(second.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void withoutAUrlTheDayIsKeptInAFile() throws UserError {
        assertThat(Options.parse("--jdbc-url", "--step").jdbcUrl()).contains(Options.FILE_URL);
        assertThat(Options.parse("--jdbc-url").jdbcUrl()).contains(Options.FILE_URL);
    }

    @Test
    void aDatabaseThatIsUnknownOrAwayIsSaidToBe() {
        assertRefused("begins with none of", "--jdbc-url", "jdbc:oracle:thin:@localhost");
        assertRefused("cannot be reached", "--jdbc-url", "jdbc:postgresql://localhost:1/none?password=secret");
        assertThat(recorded.err()).doesNotContain("secret");
    }

    @Test
    void aDatabaseWithTablesOfAnotherVersionIsRefused() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("later");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE clinic_chat_schema_version (version integer NOT NULL PRIMARY KEY)");
            statement.execute("INSERT INTO clinic_chat_schema_version (version) VALUES (99)");
        }
        assertRefused("99", "--jdbc-url", url);
    }

    @Test
    void oneDatabaseAndNoDialoguesInIt() {
        assertRefused("takes one database", "--jdbc-url", "--jdbc-url");
        assertRefused("Take one of them", "--jdbc-url", "--dialogues", "a.csv");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("dialogues.csv"), content);
    }

    private int run(String... args) {
        return Quickstart.run(recorded.terminal(), args);
    }

    /** Exit code 2, nothing told, and one line more on the error stream. */
    private void assertRefused(String reason, String... args) {
        long before = recorded.err().lines().count();
        assertThat(run(args)).isEqualTo(2);
        assertThat(recorded.out()).isEmpty();
        assertThat(recorded.err().lines().skip(before))
                .singleElement()
                .asString()
                .startsWith("clinic-chat quickstart: ")
                .contains(reason)
                .doesNotContain("Exception", "\u001b");
    }
}
