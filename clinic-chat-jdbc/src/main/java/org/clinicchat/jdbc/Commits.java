package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CommitAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Stores commits, each in a transaction. The practice's row is held first, so that its version stays what it is until the
 * commit is visible (SUB-5); then the conversation's moves from the revision that the commit names, or does not.
 */
final class Commits {

    private static final String KEY = " WHERE clinic = ? AND practitioner = ? AND patient = ?";

    private final Wired wired;
    private final CareFactsQuery facts;
    private final AuditRows audit;
    private final ChangeRows rows;
    private final WordRows words;
    private final String practice;
    private final String begin;
    private final String head;

    Commits(Wired wired) {
        this.wired = wired;
        facts = new CareFactsQuery(wired);
        audit = new AuditRows(wired);
        rows = new ChangeRows(wired, new Marks(wired));
        words = new WordRows(wired);
        practice = wired.sql("SELECT version FROM {practice} WHERE clinic = ? AND practitioner = ?"
                + wired.dialect().shareLock());
        begin = wired.sql(
                "INSERT INTO {conversation} (clinic, practitioner, patient, id, revision, last_seq, last_time,"
                        + " newest_first, practice_count, patient_count, disabled, switched_time, owner_read_up_to,"
                        + " owner_settled, owner_marked, owner_marks, patient_read_up_to, patient_settled, patient_marked,"
                        + " patient_marks) VALUES (?, ?, ?, ?, 0, 0, ?, ?, 0, 0, FALSE, ?, 0, 0, FALSE, 0, 0, 0, FALSE, 0)");
        head = wired.sql("UPDATE {conversation} SET ");
    }

    /** A duplicate is answered before a stale version, also one that was stored while this commit was under way. */
    CommitAnswer commit(CareCommit commit) {
        CommitAnswer answer = attempt(commit);
        return answer instanceof CommitAnswer.Stale
                ? wired.transactions()
                        .read(connection -> prior(connection, commit))
                        .<CommitAnswer>map(CommitAnswer.Duplicate::new)
                        .orElse(answer)
                : answer;
    }

    private CommitAnswer attempt(CareCommit commit) {
        try {
            return wired.transactions().write(connection -> commit(connection, commit));
        } catch (Undone e) {
            return new CommitAnswer.Stale();
        }
    }

    private CommitAnswer commit(Connection connection, CareCommit commit) throws SQLException {
        Optional<PriorSend> prior = prior(connection, commit);
        if (prior.isPresent()) {
            return new CommitAnswer.Duplicate(prior.get());
        }
        HeadUpdate head = HeadUpdate.of(commit.key(), commit.changes());
        if (!isCurrent(connection, commit, head)) {
            return new CommitAnswer.Stale();
        }
        add(connection, commit, commit.changes(), head);
        return new CommitAnswer.Committed();
    }

    /** Adds what these changes write beside the conversation's row, which is held. */
    void add(Connection connection, CareCommit commit, List<Change> changes, HeadUpdate head) throws SQLException {
        for (Sql row : rows.of(commit.key(), changes)) {
            row.update(connection);
        }
        for (Change.SeenUpTo seen : head.left()) {
            rows.raise(connection, commit.key(), seen);
        }
        audit.write(connection, commit.audit());
    }

    /**
     * H2 has no lock that several may have at once. Held first, the practice's row would keep all of the practice's
     * conversations while one is waited for; so there it is held last, and what has moved by then is undone.
     */
    private boolean isCurrent(Connection connection, CareCommit commit, HeadUpdate head) throws SQLException {
        if (wired.dialect() != Dialect.H2) {
            return holdsPractice(connection, commit) && moves(connection, commit, head);
        }
        if (!moves(connection, commit, head)) {
            return false;
        }
        if (!holdsPractice(connection, commit)) {
            throw new Undone();
        }
        return true;
    }

    /** The transaction is to be rolled back: its commit is stale. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the author has sent under the commit's id. */
    Optional<PriorSend> prior(Connection connection, CareCommit commit) throws SQLException {
        for (Change change : commit.changes()) {
            if (change instanceof Change.MessageAppended appended
                    && appended.clientId().isPresent()) {
                PersonRef author = appended.message().authorship().author();
                ClientMessageId id = appended.clientId().get();
                return facts.prior(connection, commit.key().clinic(), author, id);
            }
        }
        return Optional.empty();
    }

    boolean holdsPractice(Connection connection, CareCommit commit) throws SQLException {
        return holdPractice(connection, commit.key()).equals(Optional.of(commit.practiceVersion()));
    }

    /** Holds the practice until the transaction ends; its version, if there is one. */
    Optional<Long> holdPractice(Connection connection, ConversationKey key) throws SQLException {
        return Sql.of(practice, key.clinic().value(), key.practitioner().value())
                .one(connection, row -> row.getLong(1));
    }

    /** Moves the conversation's row on; false if it is not where the commit says. */
    private boolean moves(Connection connection, CareCommit commit, HeadUpdate head) throws SQLException {
        if (commit.changes().get(0) instanceof Change.ConversationStarted started) {
            return commit.revision() == CareCommit.NOT_BEGUN
                    && begins(connection, started)
                    && updates(connection, commit.key(), 0, head);
        }
        return updates(connection, commit.key(), commit.revision(), head);
    }

    private boolean begins(Connection connection, Change.ConversationStarted started) throws SQLException {
        if (rows.isBegun(connection, started.key())) {
            return false;
        }
        words.begin(connection, started.key());
        begin(started).update(connection);
        return true;
    }

    /** Holds what is known of the patient, if a conversation begins: whoever changes it then waits, and finds the conversation. */
    void holdPatient(Connection connection, CareCommit commit) throws SQLException {
        if (commit.changes().get(0) instanceof Change.ConversationStarted) {
            words.hold(connection, commit.key());
        }
    }

    /** Adds the words by which a conversation is found, if one begins. */
    void addWords(Connection connection, CareCommit commit) throws SQLException {
        if (commit.changes().get(0) instanceof Change.ConversationStarted) {
            words.begin(connection, commit.key());
        }
    }

    /** Adds a conversation's row. */
    Sql begin(Change.ConversationStarted started) {
        ConversationKey key = started.key();
        long time = Codes.micros(started.time());
        return Sql.of(
                begin,
                key.clinic().value(),
                key.practitioner().value(),
                key.patient().value(),
                started.id().value(),
                time,
                -time,
                time);
    }

    /** Adds a message's row. */
    Sql message(ConversationKey key, Change.MessageAppended message) {
        return rows.of(key, List.of(message)).get(0);
    }

    boolean updates(Connection connection, ConversationKey key, long revision, HeadUpdate update) throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>(update.values());
        arguments.addAll(List.of(
                key.clinic().value(), key.practitioner().value(), key.patient().value(), revision));
        return new Sql(head + update.assignments() + KEY + " AND revision = ?", arguments).update(connection) == 1;
    }
}
