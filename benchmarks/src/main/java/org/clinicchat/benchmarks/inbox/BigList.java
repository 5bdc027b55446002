package org.clinicchat.benchmarks.inbox;

import java.util.List;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.PracticeView;
import org.clinicchat.benchmarks.load.Server;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * A practitioner's long list, written by the server itself: three of ten patients' names begin with r, one conversation of ten
 * shows as unread. A colleague has read like the owner, another has never been here.
 */
final class BigList {

    private static final ClinicId CLINIC = ClinicId.of("load");
    private static final PractitionerId OWNER = PractitionerId.of("owner");
    private static final PractitionerId COLLEAGUE = PractitionerId.of("colleague");
    private static final PractitionerId NEVER_HERE = PractitionerId.of("never-here");

    private static final int AT_ONCE = 500_000;
    private static final String FAMILY = "(CASE WHEN n.x % 10 < 3 THEN 'rossi' ELSE 'bianchi' END || n.x)";
    private static final String TIME = "(1700000000000000 + n.x * 7919 % 10007 * 200)";

    private final DataSource database;
    private final int conversations;

    BigList(DataSource database, int conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    static PracticeView owner(Clinic clinic) {
        return clinic.practitioner(OWNER);
    }

    static PracticeView colleague(Clinic clinic) {
        return clinic.practitioner(COLLEAGUE).substituteFor(OWNER);
    }

    static PracticeView neverHere(Clinic clinic) {
        return clinic.practitioner(NEVER_HERE).substituteFor(OWNER);
    }

    static ClinicId clinic() {
        return CLINIC;
    }

    /** The list, with no messages yet; nothing if it is there. */
    void begin(Clinic clinic) {
        if (Server.text(database, "SELECT COUNT(*) FROM clinic_chat_conversation")
                .equals("0")) {
            people(clinic);
            patients();
            List.of("'given' || n.x", FAMILY, "'#cf' || n.x").forEach(this::words);
            heads();
            readStates();
        }
    }

    private static void people(Clinic clinic) {
        List.of(OWNER, COLLEAGUE, NEVER_HERE).forEach(clinic.host()::putPractice);
        clinic.host().putWorkGroup(WorkGroup.of(WorkGroupId.of("colleagues"), OWNER, COLLEAGUE, NEVER_HERE));
        clinic.practitioner(OWNER).settings().activateService().orThrow();
        clinic.practitioner(OWNER).settings().showToSubstitutes().orThrow();
    }

    private void patients() {
        insert(
                "patient (clinic, patient, given_name, family_name, identifiers, search_text) SELECT 'load', 'p-' || n.x,"
                        + " 'Given' || n.x, " + FAMILY + ", '[{\"system\":\"urn:cf\",\"value\":\"CF' || n.x || '\"}]',"
                        + " ' given' || n.x || ' ' || " + FAMILY + " || ' #cf' || n.x");
    }

    private void words(String word) {
        insert("conversation_word (clinic, practitioner, patient, word) SELECT 'load', 'owner', 'p-' || n.x, " + word);
    }

    private void heads() {
        insert("conversation (clinic, practitioner, patient, id, revision, last_seq, last_time, newest_first,"
                + " practice_count, patient_count, disabled, switched_time, preview_author, preview_kind, preview_text,"
                + " preview_files, owner_read_up_to, owner_settled, owner_marked, owner_marks, patient_read_up_to,"
                + " patient_settled, patient_marked, patient_marks) SELECT 'load', 'owner', 'p-' || n.x, 'chat-' || n.x,"
                + " 1000, 1000, " + TIME + ", -" + TIME + ", 500, 500, FALSE, 0, 'p/p-' || n.x, 1,"
                + " 'Good morning, may I ask you something?', 0, 1000, CASE WHEN n.x % 10 = 0 THEN 498 ELSE 500 END,"
                + " FALSE, 0, 1, 1, FALSE, 0");
    }

    private void readStates() {
        insert("read_state (clinic, practitioner, patient, reader, read_up_to, settled, marked, marks) SELECT 'load',"
                + " 'owner', 'p-' || n.x, 'd/colleague', 1000, CASE WHEN n.x % 10 = 0 THEN 498 ELSE 500 END, FALSE, 0");
    }

    private void insert(String what) {
        Server.run(
                database, "INSERT INTO clinic_chat_" + what + " FROM generate_series(1, " + conversations + ") n (x)");
    }

    /** Brings the history to so many messages, spread over the conversations. */
    void grow(long messages) {
        long there = Long.parseLong(Server.text(database, "SELECT COUNT(*) FROM clinic_chat_message"));
        for (long first = there + 1; first <= messages; first += AT_ONCE) {
            append(first, Math.min(messages, first + AT_ONCE - 1));
        }
        if (there < messages) {
            Server.run(database, "VACUUM ANALYZE");
            Server.run(database, "CHECKPOINT");
        }
    }

    private void append(long first, long last) {
        String seq = "((n.x - 1) / " + conversations + " + 1)";
        Server.run(
                database,
                "INSERT INTO clinic_chat_message (clinic, conversation, seq, revision, id, sent_time, author, kind,"
                        + " message_text, practice_count, patient_count, client_id) SELECT 'load', 'chat-' || (n.x % "
                        + conversations + " + 1), " + seq + ", " + seq
                        + ", 'm-' || n.x, 1700000000000000, 'd/owner', 1,"
                        + " 'Good morning, may I ask you something about my therapy?', " + seq + ", 0, 'c-' || n.x"
                        + " FROM generate_series(" + first + "::bigint, " + last + ") n (x)");
    }
}
