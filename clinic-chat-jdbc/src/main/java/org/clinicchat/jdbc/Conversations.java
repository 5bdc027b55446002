package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;

/** Conversations, their messages and their read state. */
final class Conversations implements ConversationStore {

    private final Connections transactions;
    private final Commands commands;
    private final Pages pages;
    private final Optional<Opening> opening;
    private final Marks marks;
    private final Events events;
    private final Retractions retractions;
    private final AuditRows audit;
    private final String find;

    Conversations(Wired wired, Commands commands) {
        this.commands = commands;
        transactions = wired.transactions();
        pages = new Pages(wired);
        opening = wired.dialect() == Dialect.POSTGRESQL ? Optional.of(new Opening(wired)) : Optional.empty();
        marks = new Marks(wired);
        audit = new AuditRows(wired);
        events = new Events(wired);
        retractions = new Retractions(wired);
        find = wired.sql("SELECT practitioner, patient FROM {conversation} WHERE clinic = ? AND id = ?");
    }

    @Override
    public StoredCare facts(CareQuestion question) {
        return commands.facts(question);
    }

    @Override
    public Answer<RetractionFacts> retractionFacts(Access access, MessageId message) {
        return reading(access, connection -> retractions.facts(connection, access, message));
    }

    @Override
    public Optional<ConversationKey> find(ClinicId clinic, ConversationId id) {
        return transactions.read(connection -> Sql.of(find, clinic.value(), id.value())
                .one(
                        connection,
                        row -> new ConversationKey(
                                clinic, PractitionerId.of(row.getString(1)), PatientId.of(row.getString(2)))));
    }

    @Override
    public List<CommitAnswer> commit(List<CareCommit> batch) {
        return commands.commit(batch);
    }

    @Override
    public Answer<MessageSlice> read(Access access, MessageRange range) {
        return reading(
                access, connection -> pages.read(connection, access, range).map(page -> page.slice(page.mark())));
    }

    @Override
    public Answer<MessageSlice> open(Access access, int limit) {
        return opening.filter(way -> way.isFor(access))
                .flatMap(way -> openAtOnce(way, access, limit))
                .orElseGet(() -> openInSteps(access, limit));
    }

    /** Empty if something moved between the reading and the writing of the one statement. */
    private Optional<Answer<MessageSlice>> openAtOnce(Opening way, Access access, int limit) {
        Optional<Opening.Opened> opened = transactions.writeAtOnce(connection -> way.open(connection, access, limit));
        if (opened.isEmpty()) {
            return Optional.of(Answer.stale());
        }
        Pages.Page page = opened.get().page();
        Optional<Reader.Mark> after = opened.get()
                .written()
                .or(() -> Optional.of(page.mark())
                        .filter(mark -> mark.state().equals(opened(page).state())));
        return after.map(mark -> Answer.current(page.slice(mark)));
    }

    private Answer<MessageSlice> openInSteps(Access access, int limit) {
        MessageRange range = new MessageRange.Unseen(limit);
        return marking(
                access,
                connection -> pages.read(connection, access, range),
                (connection, page) -> opened(page),
                Pages.Page::slice);
    }

    private static Reader.Mark opened(Pages.Page page) {
        ReadState before = page.mark().state();
        boolean unseen = page.messages().stream()
                .anyMatch(message -> message.seq().value() > before.cursor()
                        && !message.authorship().author().equals(page.reader().person()));
        long upTo = unseen
                ? page.messages().get(page.messages().size() - 1).seq().value()
                : page.head().lastSeq();
        ReadState next = before.raisedTo(upTo).opened();
        long settled = page.reader()
                .side()
                .map(side -> Marks.settledAfter(page, side, next.cursor()))
                .orElse(0L);
        return new Reader.Mark(next, settled, page.mark().othersReadUpTo());
    }

    @Override
    public Answer<ReadState> markRead(Access access, long seq, long ticketMarks) {
        return marking(
                access,
                connection -> pages.state(connection, access),
                (connection, page) -> {
                    long upTo = Math.min(seq, page.head().lastSeq());
                    return moved(connection, page, page.mark().state().read(upTo, ticketMarks));
                },
                (page, next) -> next.state());
    }

    @Override
    public Answer<ReadState> markUnread(Access access) {
        return marking(
                access,
                connection -> pages.state(connection, access),
                (connection, page) ->
                        moved(connection, page, page.mark().state().marked()),
                (page, next) -> next.state());
    }

    private Reader.Mark moved(Connection connection, Pages.Page page, ReadState next) throws SQLException {
        Reader.Mark before = page.mark();
        boolean raised = next.cursor() > before.state().cursor();
        long settled = raised && page.reader().side().isPresent()
                ? marks.settledAt(connection, page.head(), page.reader().side().get(), next.cursor())
                : before.settled();
        return new Reader.Mark(next, settled, before.othersReadUpTo());
    }

    @Override
    public Answer<EventSlice> eventsAfter(Access access, long revision, int limit) {
        return reading(access, connection -> events.after(connection, access, revision, limit));
    }

    /** Reads in one statement; what is written into the audit with it is written in the same transaction. */
    private <T> Answer<T> reading(Access access, Transactions.Work<Optional<T>> reading) {
        Optional<T> found = access.audit().isEmpty()
                ? transactions.read(reading)
                : transactions.write(connection -> {
                    Optional<T> read = reading.on(connection);
                    if (read.isPresent()) {
                        audit.write(connection, access.audit());
                    }
                    return read;
                });
        return found.map(Answer::current).orElseGet(Answer::stale);
    }

    /** What a reader's state is after something. */
    @FunctionalInterface
    private interface Next {
        Reader.Mark after(Connection connection, Pages.Page page) throws SQLException;
    }

    /** What is answered. */
    @FunctionalInterface
    private interface Told<T> {
        T of(Pages.Page page, Reader.Mark next);
    }

    /**
     * What was read, and the reader's next state.
     *
     * @param page what was read
     * @param next the state
     */
    private record Moved(Pages.Page page, Reader.Mark next) {
        boolean isNone() {
            return next.state().equals(page.mark().state());
        }
    }

    /**
     * Reads, and writes the reader's next state where it is another one. First without a lock: one plain read, and a write
     * that is done only if nothing has moved since; if something has, with the conversation's row held. What is written into
     * the audit with it is written in the same transaction.
     */
    private <T> Answer<T> marking(
            Access access, Transactions.Work<Optional<Pages.Page>> reading, Next next, Told<T> told) {
        if (!access.audit().isEmpty()) {
            return inTransaction(access, reading, next, told, false).orElseGet(() -> held(access, reading, next, told));
        }
        Optional<Moved> moved = transactions.read(connection -> moved(connection, reading, next));
        if (moved.isEmpty()) {
            return Answer.stale();
        }
        return moved.get().isNone() || replaces(moved.get())
                ? Answer.current(told.of(moved.get().page(), moved.get().next()))
                : held(access, reading, next, told);
    }

    private static Optional<Moved> moved(
            Connection connection, Transactions.Work<Optional<Pages.Page>> reading, Next next) throws SQLException {
        Optional<Pages.Page> page = reading.on(connection);
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(new Moved(page.get(), next.after(connection, page.get())));
    }

    /** Where the state stands in the conversation's row, by a statement that is a transaction by itself. */
    private boolean replaces(Moved moved) {
        Transactions.Work<Boolean> write = connection -> marks.replace(connection, moved.page(), moved.next());
        return moved.page().reader().place() == Reader.Place.APART
                ? transactions.write(write)
                : transactions.writeAtOnce(write);
    }

    private <T> Answer<T> held(
            Access access, Transactions.Work<Optional<Pages.Page>> reading, Next next, Told<T> told) {
        transactions.seePresent();
        return inTransaction(access, reading, next, told, true)
                .orElseThrow(() -> new IllegalStateException("a conversation moved while its row was held"));
    }

    /** Empty if something has moved between the reading and the writing. */
    private <T> Optional<Answer<T>> inTransaction(
            Access access, Transactions.Work<Optional<Pages.Page>> reading, Next next, Told<T> told, boolean held) {
        return transactions.write(connection -> {
            if (held) {
                marks.lock(connection, access.key());
            }
            Optional<Moved> moved = moved(connection, reading, next);
            if (moved.isEmpty()) {
                return Optional.of(Answer.<T>stale());
            }
            Moved now = moved.get();
            if (!now.isNone() && !marks.replace(connection, now.page(), now.next())) {
                return Optional.<Answer<T>>empty();
            }
            audit.write(connection, access.audit());
            return Optional.of(Answer.current(told.of(now.page(), now.next())));
        });
    }
}
