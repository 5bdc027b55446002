package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * A practitioner with many conversations, and others with as many, written straight into the tables: every tenth is unread,
 * the patient of three in ten has a family name with R, and of every second a substitute has read a part.
 */
final class GrownClinic {

    static final ClinicId CLINIC = ClinicId.of("grown");
    static final PractitionerId OWNER = PractitionerId.of("owner");
    static final PractitionerId COLLEAGUE = PractitionerId.of("colleague");

    private static final List<String> PRACTITIONERS = List.of("owner", "other-1", "other-2", "other-3", "other-4");
    private static final int MESSAGES = 4;
    private static final String FAMILY = "CASE WHEN MOD(n.x, 10) < 3 THEN 'rossi' ELSE 'bianchi' END";
    private static final String TIME = "1700000000000000 + MOD(n.x * 7919, 10007) * 200";

    private final Dialect dialect;
    private final int conversations;

    private GrownClinic(Dialect dialect, int conversations) {
        this.dialect = dialect;
        this.conversations = conversations;
    }

    /** Grows it on tables of the present version. */
    static void on(DataSource dataSource, Dialect dialect, int conversations) {
        try (ClinicChat chat =
                ClinicChat.on(JdbcStore.of(dataSource)).sweepOnDemand().build()) {
            people(chat.clinic(CLINIC));
        }
        GrownClinic grown = new GrownClinic(dialect, conversations);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : grown.statements().toList()) {
                statement.execute(Tables.DEFAULT.sql(sql));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void people(Clinic clinic) {
        clinic.host().putPractice(OWNER);
        clinic.host().putPractice(COLLEAGUE);
        clinic.host().putWorkGroup(WorkGroup.of(WorkGroupId.of("group"), OWNER, COLLEAGUE));
        clinic.practitioner(OWNER).settings().activateService().orThrow();
        clinic.practitioner(OWNER).settings().activateAutoReply("Torno subito").orThrow();
        clinic.practitioner(OWNER).settings().showToSubstitutes().orThrow();
    }

    private Stream<String> statements() {
        Stream<String> messages = IntStream.rangeClosed(1, MESSAGES).mapToObj(this::messages);
        return Stream.of(
                        Stream.of(patients(), words("'given'"), words(FAMILY), retractions()),
                        PRACTITIONERS.stream().map(this::conversations),
                        PRACTITIONERS.stream().map(this::readStates),
                        messages,
                        statistics())
                .flatMap(some -> some);
    }

    private String from() {
        return switch (dialect) {
            case POSTGRESQL -> " FROM generate_series(1, " + conversations + ") AS n (x)";
            case MARIADB -> " FROM (SELECT seq AS x FROM seq_1_to_" + conversations + ") AS n";
            case H2 -> " FROM SYSTEM_RANGE(1, " + conversations + ") n";
        };
    }

    private String patients() {
        return "INSERT INTO {patient} (clinic, patient, given_name, family_name, identifiers, search_text)"
                + " SELECT 'grown', CONCAT('p-', n.x), CONCAT('Given', n.x), CONCAT(" + FAMILY + ", n.x), '[]',"
                + " CONCAT(' given', n.x, ' ', " + FAMILY + ", n.x)" + from();
    }

    private String words(String word) {
        return "INSERT INTO {conversation_word} (clinic, practitioner, patient, word)"
                + " SELECT 'grown', 'owner', CONCAT('p-', n.x), CONCAT(" + word + ", n.x)" + from();
    }

    private String conversations(String practitioner) {
        return "INSERT INTO {conversation} (clinic, practitioner, patient, id, revision, last_seq, last_time,"
                + " newest_first, practice_count, patient_count, disabled, switched_time, preview_author, preview_kind,"
                + " preview_text, preview_files, owner_read_up_to, owner_settled, owner_marked, owner_marks,"
                + " patient_read_up_to, patient_settled, patient_marked, patient_marks)"
                + " SELECT 'grown', '" + practitioner + "', CONCAT('p-', n.x), CONCAT('"
                + (practitioner.equals("owner") ? "" : practitioner + "-") + "chat-', n.x), 4, 4, " + TIME + ", -("
                + TIME
                + "), 1, 3, FALSE, 0, CONCAT('p/p-', n.x), 1, 'Buongiorno', 0, CASE WHEN MOD(n.x, 10) = 0 THEN 3 ELSE 4 END,"
                + " CASE WHEN MOD(n.x, 10) = 0 THEN 2 ELSE 3 END, FALSE, 0, 1, 1, FALSE, 0" + from();
    }

    private String messages(int seq) {
        String author = seq == 1 ? "'d/owner'" : "CONCAT('p/p-', n.x)";
        return "INSERT INTO {message} (clinic, conversation, seq, revision, id, sent_time, author, kind, message_text,"
                + " practice_count, patient_count, client_id) SELECT 'grown', CONCAT('chat-', n.x), " + seq + ", " + seq
                + ", CONCAT('message-', n.x, '-" + seq + "'), " + TIME + ", " + author + ", 1, 'Buongiorno', 1, "
                + (seq - 1) + ", CONCAT('client-', n.x, '-" + seq + "')" + from();
    }

    private String readStates(String practitioner) {
        return "INSERT INTO {read_state} (clinic, practitioner, patient, reader, read_up_to, settled, marked, marks)"
                + " SELECT 'grown', '" + practitioner + "', CONCAT('p-', n.x), 'd/colleague', 2, 1, FALSE, 0" + from()
                + " WHERE MOD(n.x, 2) = 0";
    }

    /** In conversations that nobody reads: what is asked of others finds an index worth its while. */
    private String retractions() {
        return "INSERT INTO {retraction} (clinic, conversation, seq, revision, retracted_by, retracted_time, settles)"
                + " SELECT 'grown', CONCAT('gone-', n.x), 1, 2, 'd/owner', 0, 1" + from();
    }

    private Stream<String> statistics() {
        List<String> tables =
                List.of("patient", "conversation_word", "conversation", "message", "read_state", "retraction");
        return switch (dialect) {
            case POSTGRESQL, H2 -> Stream.of("ANALYZE");
            case MARIADB -> tables.stream().map(table -> "ANALYZE TABLE {" + table + "}");
        };
    }
}
