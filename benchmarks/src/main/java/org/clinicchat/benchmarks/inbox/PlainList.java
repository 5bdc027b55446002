package org.clinicchat.benchmarks.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What one would write by hand over the same rows: one query for a page, its columns read one by one. Nobody is asked whether he
 * may, and nothing is made of the columns.
 */
final class PlainList {

    private static final String PAGE = "SELECT c.patient, c.id, c.revision, c.last_seq, c.last_time, c.newest_first,"
            + " c.patient_count - c.owner_settled, c.owner_marked, c.disabled, c.awaiting_since, c.preview_author,"
            + " c.preview_on_behalf_of, c.preview_kind, c.preview_text, c.preview_files, t.given_name, t.family_name,"
            + " t.identifiers FROM clinic_chat_conversation c JOIN clinic_chat_patient t ON t.clinic = c.clinic"
            + " AND t.patient = c.patient WHERE c.clinic = ? AND c.practitioner = ?";
    private static final String UNREAD = " AND (c.patient_count > c.owner_settled OR c.owner_marked)";
    private static final String FOUND = " AND c.patient IN (SELECT w.patient FROM clinic_chat_conversation_word w"
            + " WHERE w.clinic = ? AND w.practitioner = ? AND w.word >= ? AND w.word < ?)";
    private static final String AFTER = " AND (c.newest_first, c.id) > (?, ?)";
    private static final String IN_ORDER = " ORDER BY c.newest_first, c.id LIMIT 51";
    private static final String TOTALS = "SELECT COUNT(*), SUM(c.patient_count - c.owner_settled)"
            + " FROM clinic_chat_conversation c WHERE c.clinic = ? AND c.practitioner = ?" + UNREAD;

    private static final int NEWEST_FIRST = 5;
    private static final int ID = 1;
    private static final int ROWS = 50;

    private final DataSource database;

    PlainList(DataSource database) {
        this.database = database;
    }

    /** A bare round trip: by it one knows the machine. */
    List<List<Object>> nothing() {
        return ask("SELECT 1");
    }

    List<List<Object>> all() {
        return ask(PAGE + IN_ORDER, "load", "owner");
    }

    List<List<Object>> unread() {
        return ask(PAGE + UNREAD + IN_ORDER, "load", "owner");
    }

    /** By the beginning of a word; {@code end} is the first that no longer begins so. */
    List<List<Object>> found(String beginning, String end) {
        return ask(PAGE + FOUND + IN_ORDER, "load", "owner", "load", "owner", beginning, end);
    }

    /** The page after the last row of this one. */
    List<List<Object>> after(List<List<Object>> page) {
        List<Object> last = page.get(ROWS - 1);
        return ask(PAGE + AFTER + IN_ORDER, "load", "owner", last.get(NEWEST_FIRST), last.get(ID));
    }

    List<List<Object>> totals() {
        return ask(TOTALS, "load", "owner");
    }

    private List<List<Object>> ask(String query, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<Object>> read(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<List<Object>> all = new ArrayList<>();
        while (rows.next()) {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(rows.getObject(i));
            }
            all.add(row);
        }
        return all;
    }
}
