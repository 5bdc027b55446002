package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Under which words a practitioner finds a conversation: those of the patient's {@link PatientRow#searchText}, each cut to
 * what every database puts into an index. Whoever begins a conversation holds the patient's row before, and whoever changes the row
 * looks for conversations afterwards: neither misses what the other writes.
 */
final class WordRows {

    /** The longest word, in UTF-16 units. */
    static final int LONGEST = 100;

    private static final String IDENTIFIER = "#";

    private final String searchText;
    private final String present;
    private final String insert;
    private final String delete;

    WordRows(Wired wired) {
        searchText = wired.sql("SELECT search_text FROM {patient} WHERE clinic = ? AND patient = ?"
                + wired.dialect().shareLock());
        present = wired.sql("SELECT c.practitioner, w.word FROM {conversation} c LEFT JOIN {conversation_word} w"
                + " ON w.clinic = c.clinic AND w.practitioner = c.practitioner AND w.patient = c.patient"
                + " WHERE c.clinic = ? AND c.patient = ?" + wired.dialect().readingNow());
        insert = wired.sql("INSERT INTO {conversation_word} (clinic, practitioner, patient, word) VALUES ");
        delete = wired.sql("DELETE FROM {conversation_word} WHERE clinic = ? AND practitioner = ? AND patient = ?"
                + " AND word IN ");
    }

    /** How an identifier's beginning stands among the words. */
    static String identifier(String normalised) {
        return IDENTIFIER + normalised;
    }

    /** The words of a search text. */
    static Set<String> of(String searchText) {
        Set<String> words = new TreeSet<>();
        for (String word : searchText.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(cut(word));
            }
        }
        return words;
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Writes the words of a conversation that this transaction is about to begin. */
    void begin(Connection connection, ConversationKey key) throws SQLException {
        insert(connection, key.clinic(), key.practitioner().value(), key.patient(), hold(connection, key));
    }

    /** Holds the patient's row until the transaction ends; the words that it has. */
    Set<String> hold(Connection connection, ConversationKey key) throws SQLException {
        return Sql.of(searchText, key.clinic().value(), key.patient().value())
                .one(connection, row -> of(row.getString(1)))
                .orElse(Set.of());
    }

    /** Brings a patient's words to these, in a transaction that has changed the patient's row; writes only what changes. */
    void put(Connection connection, ClinicId clinic, PatientId patient, Set<String> words) throws SQLException {
        for (Map.Entry<String, Set<String>> there :
                present(connection, clinic, patient).entrySet()) {
            delete(connection, clinic, there.getKey(), patient, without(there.getValue(), words));
            insert(connection, clinic, there.getKey(), patient, without(words, there.getValue()));
        }
    }

    /** The words that are there, by practitioner. */
    private Map<String, Set<String>> present(Connection connection, ClinicId clinic, PatientId patient)
            throws SQLException {
        return Sql.of(present, clinic.value(), patient.value()).whole(connection, rows -> {
            Map<String, Set<String>> all = new LinkedHashMap<>();
            while (rows.next()) {
                Row row = new Row(rows);
                Set<String> words = all.computeIfAbsent(row.text(), practitioner -> new HashSet<>());
                row.optionalText().ifPresent(words::add);
            }
            return all;
        });
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(words);
        rest.removeAll(others);
        return rest;
    }

    private void insert(
            Connection connection, ClinicId clinic, String practitioner, PatientId patient, Set<String> words)
            throws SQLException {
        if (!words.isEmpty()) {
            List<@Nullable Object> arguments = new ArrayList<>();
            words.forEach(word -> arguments.addAll(List.of(clinic.value(), practitioner, patient.value(), word)));
            new Sql(insert + Sql.rows(words.size(), 4), arguments).update(connection);
        }
    }

    private void delete(
            Connection connection, ClinicId clinic, String practitioner, PatientId patient, Set<String> words)
            throws SQLException {
        if (!words.isEmpty()) {
            List<@Nullable Object> arguments = new ArrayList<>(List.of(clinic.value(), practitioner, patient.value()));
            arguments.addAll(words);
            new Sql(delete + Sql.marks(words.size()), arguments).update(connection);
        }
    }
}
