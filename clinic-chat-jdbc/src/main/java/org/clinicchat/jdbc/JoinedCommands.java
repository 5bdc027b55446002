package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.service.Practice;

/**
 * Commands in a transaction of the host's. Practice and conversation are held before the facts are read, in this order, and so
 * what is decided on the facts is stored, once. Before anything is written, it is known that nothing stands in its way: neither
 * an error nor a roll-back is needed to take it back.
 */
final class JoinedCommands implements Commands {

    private static final int TRIES = 2;

    private final Connections transactions;
    private final Dialect dialect;
    private final CareFactsQuery facts;
    private final Commits commits;
    private final Marks marks;
    private final WordRows words;
    private final String takeBack;

    JoinedCommands(Wired wired) {
        transactions = wired.transactions();
        dialect = wired.dialect();
        facts = new CareFactsQuery(wired);
        commits = new Commits(wired);
        marks = new Marks(wired);
        words = new WordRows(wired);
        takeBack = wired.sql("DELETE FROM {conversation} WHERE clinic = ? AND id = ? AND revision = 0");
    }

    @Override
    public StoredCare facts(CareQuestion question) {
        boolean commands = question.purpose() == Purpose.TO_ACCEPT || question.purpose() == Purpose.TO_DECIDE;
        return transactions.read(connection -> commands ? held(connection, question) : facts.ask(connection, question));
    }

    /** Who finds what began after he had looked for it looks again, and then holds it. */
    private StoredCare held(Connection connection, CareQuestion question) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            Held held = hold(connection, question.key());
            StoredCare read = facts.ask(connection, question);
            boolean same = read.practice().map(Practice::version).equals(held.version())
                    && read.state().map(state -> state.head().revision()).equals(held.revision());
            if (same) {
                return read;
            }
            transactions.seePresent();
        }
        throw new IllegalStateException("a practice or a conversation moved while its row was held");
    }

    /**
     * What is held.
     *
     * @param version the practice's, if there is one
     * @param revision the conversation's, if it has begun
     */
    private record Held(Optional<Long> version, Optional<Long> revision) {}

    /** In the order in which all do it on this database: on H2, of what has not begun, the patient before the practice. */
    private Held hold(Connection connection, ConversationKey key) throws SQLException {
        if (dialect == Dialect.H2) {
            Optional<Long> revision = marks.lock(connection, key);
            if (revision.isEmpty()) {
                words.hold(connection, key);
            }
            return new Held(commits.holdPractice(connection, key), revision);
        }
        Optional<Long> version = commits.holdPractice(connection, key);
        return new Held(version, marks.lock(connection, key));
    }

    @Override
    public List<CommitAnswer> commit(List<CareCommit> batch) {
        return Chained.commit(batch, left -> List.of(commit(left.get(0))));
    }

    private CommitAnswer commit(CareCommit commit) {
        return transactions.write(connection -> commit(connection, commit));
    }

    private CommitAnswer commit(Connection connection, CareCommit commit) throws SQLException {
        if (commits.prior(connection, commit).isPresent() || !isCurrent(connection, commit)) {
            takeBack(connection, commit);
            return overtaken(connection, commit);
        }
        List<Change> rest = new ArrayList<>(commit.changes());
        Optional<Change.MessageAppended> sent = sent(commit);
        if (sent.isPresent() && !addsIfNew(connection, commit.key(), sent.get())) {
            takeBack(connection, commit);
            return overtaken(connection, commit);
        }
        sent.ifPresent(rest::remove);
        HeadUpdate head = HeadUpdate.of(commit.key(), commit.changes());
        if (!commits.updates(connection, commit.key(), Math.max(commit.revision(), 0), head)) {
            throw new IllegalStateException("a conversation moved while its row was held");
        }
        commits.addWords(connection, commit);
        commits.add(connection, commit, rest, head);
        return new CommitAnswer.Committed();
    }

    private boolean isCurrent(Connection connection, CareCommit commit) throws SQLException {
        commits.holdPatient(connection, commit);
        return dialect == Dialect.H2
                ? stands(connection, commit) && commits.holdsPractice(connection, commit)
                : commits.holdsPractice(connection, commit) && stands(connection, commit);
    }

    /** Whether the conversation is where the commit says; one that begins is there from here on. */
    private boolean stands(Connection connection, CareCommit commit) throws SQLException {
        if (commit.changes().get(0) instanceof Change.ConversationStarted started) {
            return commit.revision() == CareCommit.NOT_BEGUN
                    && marks.lock(connection, commit.key()).isEmpty()
                    && isNew(connection, commits.begin(started), started.id().value());
        }
        return marks.lock(connection, commit.key()).equals(Optional.of(commit.revision()));
    }

    private static Optional<Change.MessageAppended> sent(CareCommit commit) {
        return commit.changes().stream()
                .filter(Change.MessageAppended.class::isInstance)
                .map(Change.MessageAppended.class::cast)
                .filter(message -> message.clientId().isPresent())
                .findFirst();
    }

    private boolean addsIfNew(Connection connection, ConversationKey key, Change.MessageAppended sent)
            throws SQLException {
        return isNew(connection, commits.message(key, sent), sent.message().id().value());
    }

    private boolean isNew(Connection connection, Sql insert, String id) throws SQLException {
        return new Sql(dialect.ifNew(insert.text()), insert.arguments())
                .one(connection, row -> row.getString(1))
                .equals(Optional.of(id));
    }

    /** Nobody has seen the conversation that this commit began. */
    private void takeBack(Connection connection, CareCommit commit) throws SQLException {
        if (commit.changes().get(0) instanceof Change.ConversationStarted started) {
            Sql.of(takeBack, commit.key().clinic().value(), started.id().value())
                    .update(connection);
        }
    }

    private CommitAnswer overtaken(Connection connection, CareCommit commit) throws SQLException {
        Optional<CommitAnswer> duplicate = commits.prior(connection, commit).map(CommitAnswer.Duplicate::new);
        if (duplicate.isEmpty()) {
            transactions.seePresent();
        }
        return duplicate.orElseGet(CommitAnswer.Stale::new);
    }
}
