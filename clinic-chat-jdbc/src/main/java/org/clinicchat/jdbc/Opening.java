package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.port.Access;

/**
 * Opens in one statement, and so in one round trip, on PostgreSQL: for readers whose state stands in the conversation's row. The
 * page is read under the practice's version that the permission names, and the cursor rises to the last message of that very
 * page and nowhere else; the row is written only if neither the log nor the state has moved since the page was read (READ-6).
 */
final class Opening {

    /** Where the limit comes to stand in the text: see {@link Pages}. */
    private static final String LIMIT = ":limit";

    private final Map<Reader.Place, String> statements = new EnumMap<>(Reader.Place.class);

    Opening(Wired wired) {
        statements.put(Reader.Place.OWNER, wired.sql(statement(Reader.Place.OWNER, "owner", Side.PRACTICE)));
        statements.put(Reader.Place.PATIENT, wired.sql(statement(Reader.Place.PATIENT, "patient", Side.PATIENT)));
    }

    private static String statement(Reader.Place place, String who, Side side) {
        return "WITH seen AS MATERIALIZED (SELECT c.*, (" + Pages.firstUnseen(place) + ") AS first_unseen"
                + " FROM {practice} p JOIN {conversation} c ON c.clinic = p.clinic AND c.practitioner = p.practitioner"
                + " AND c.patient = ? WHERE p.clinic = ? AND p.practitioner = ? AND p.version = ?),"
                + " page AS MATERIALIZED (SELECT m.* FROM seen c JOIN {message} m ON m.clinic = c.clinic"
                + " AND m.conversation = c.id AND m.seq >= COALESCE(c.first_unseen, c.last_seq - ? + 1)"
                + " ORDER BY m.seq LIMIT " + LIMIT + "), "
                + raised(who, side) + " SELECT raised.read_up_to, raised.settled, " + HeadRow.COLUMNS + ", "
                + place.columns() + ", " + MessageRow.COLUMNS
                + " FROM seen c LEFT JOIN page m ON TRUE LEFT JOIN raised ON TRUE" + MessageRow.WITH_RETRACTION
                + " ORDER BY m.seq";
    }

    /** What is settled is what was up to there, and what was retracted above ({@link Marks#settledAt}). */
    private static String raised(String who, Side side) {
        String count = side == Side.PRACTICE ? "patient_count" : "practice_count";
        String readUpTo = who + "_read_up_to";
        return "raised AS (UPDATE {conversation} w SET " + readUpTo + " = GREATEST(w." + readUpTo + ", l.seq), " + who
                + "_settled = CASE WHEN l.seq > w." + readUpTo + " THEN l." + count
                + " + (SELECT COUNT(*) FROM {retraction} x WHERE x.clinic = w.clinic AND x.conversation = w.id"
                + " AND x.seq > l.seq AND x.settles = " + Codes.side(side) + ") ELSE w." + who + "_settled END, " + who
                + "_marked = FALSE FROM seen c LEFT JOIN (SELECT seq, " + count
                + " FROM page ORDER BY seq DESC LIMIT 1) l ON TRUE WHERE w.clinic = c.clinic"
                + " AND w.practitioner = c.practitioner AND w.patient = c.patient AND w.revision = c.revision AND w."
                + readUpTo + " = c." + readUpTo + " AND w." + who + "_marked = c." + who + "_marked AND w." + who
                + "_marks = c." + who + "_marks AND (l.seq > c." + readUpTo + " OR c." + who + "_marked) RETURNING w."
                + readUpTo + " AS read_up_to, w." + who + "_settled AS settled)";
    }

    /** Whether it is for this reader: what is written into the audit, and a state in a row apart, take more statements. */
    boolean isFor(Access access) {
        Reader reader = Reader.of(access.key(), access.reader());
        return access.audit().isEmpty() && statements.containsKey(reader.place());
    }

    /**
     * What was read, and what was written.
     *
     * @param page what was read
     * @param written the reader's state, if it was written
     */
    record Opened(Pages.Page page, Optional<Reader.Mark> written) {}

    /** Opens; empty if the permission is stale. */
    Optional<Opened> open(Connection connection, Access access, int limit) throws SQLException {
        ConversationKey key = access.key();
        Reader reader = Reader.of(key, access.reader());
        return Sql.of(
                        Objects.requireNonNull(statements.get(reader.place())).replace(LIMIT, Integer.toString(limit)),
                        Codes.person(access.reader()),
                        key.patient().value(),
                        key.clinic().value(),
                        key.practitioner().value(),
                        access.practiceVersion(),
                        (long) limit)
                .whole(connection, rows -> rows.next() ? Optional.of(opened(rows, key, reader)) : Optional.empty());
    }

    private static Opened opened(ResultSet rows, ConversationKey key, Reader reader) throws SQLException {
        Row first = new Row(rows);
        Optional<Long> readUpTo = first.optionalNumber();
        long settled = first.number();
        Pages.Page page = Pages.page(first, rows, key, reader);
        Reader.Mark before = page.mark();
        return new Opened(
                page,
                readUpTo.map(seq -> new Reader.Mark(
                        new ReadState(seq, false, before.state().marks()), settled, before.othersReadUpTo())));
    }
}
