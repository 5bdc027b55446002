package org.clinicchat.jdbc;

import static org.clinicchat.jdbc.Columns.number;
import static org.clinicchat.jdbc.Columns.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.port.CareCommit;

/**
 * Stores plain sends of different conversations in one transaction of two statements, on PostgreSQL. The first locks what can
 * be had at once and tells what it found: rows that somebody else holds are passed over, so that one slow transaction of the
 * host's stalls no neighbour. The second writes for those that were found as their commits say. Whatever was not stored is
 * stored alone.
 */
final class BatchedSends {

    private static final Columns<PlainSend> LOOKED_AT = new Columns<>(List.of(
            text("clinic", send -> key(send).clinic().value()),
            text("practitioner", send -> key(send).practitioner().value()),
            text("patient", send -> key(send).patient().value()),
            text("author", send -> Codes.person(message(send).authorship().author())),
            text("client_id", send -> send.clientId().value())));

    private static final Columns<PlainSend> MOVED = new Columns<>(List.of(
            text("clinic", send -> key(send).clinic().value()),
            text("practitioner", send -> key(send).practitioner().value()),
            text("patient", send -> key(send).patient().value()),
            number("revision", send -> send.last().revision()),
            number("last_seq", send -> send.last().message().seq().value()),
            number("last_time", send -> Codes.micros(message(send).time())),
            number("practice_count", send -> send.last().tally().practice()),
            number("patient_count", send -> send.last().tally().patient()),
            text(
                    "preview_author",
                    send -> Codes.person(message(send).authorship().author())),
            text(
                    "preview_on_behalf_of",
                    send -> Codes.person(message(send).authorship().onBehalfOf())),
            number("preview_kind", send -> (long) Codes.kind(message(send).kind())),
            text("preview_text", send -> Preview.of(message(send)).text()),
            number("preview_files", send -> (long) message(send).attachments().size()),
            number("waits", send -> send.waits()),
            number("owner_seen", send -> send.seen(Reader.Place.OWNER)),
            number("patient_seen", send -> send.seen(Reader.Place.PATIENT)),
            number("settled", PlainSend::settled)));

    private static final Columns<Stored> SENT = new Columns<>(List.of(
            text("clinic", stored -> key(stored.send()).clinic().value()),
            text("conversation", stored -> stored.message().conversation().value()),
            number("seq", stored -> stored.message().seq().value()),
            number("revision", stored -> stored.change().revision()),
            text("id", stored -> stored.message().id().value()),
            number("sent_time", stored -> Codes.micros(stored.message().time())),
            text("author", stored -> Codes.person(stored.message().authorship().author())),
            text(
                    "on_behalf_of",
                    stored -> Codes.person(stored.message().authorship().onBehalfOf())),
            number("kind", stored -> (long) Codes.kind(stored.message().kind())),
            text("message_text", stored -> stored.message().text()),
            text("files", stored -> MessageRow.files(stored.message().attachments())),
            number("practice_count", stored -> stored.change().tally().practice()),
            number("patient_count", stored -> stored.change().tally().patient()),
            text(
                    "client_id",
                    stored -> stored.change()
                            .clientId()
                            .map(ClientMessageId::value)
                            .orElse(null))));

    private static final Columns<PlainSend> DELIVERED = new Columns<>(List.of(
            text("clinic", send -> key(send).clinic().value()),
            text("conversation", send -> message(send).conversation().value()),
            number("reply_round", send ->
                    (long) send.reply().orElseThrow().delivery().round()),
            number("reply_activation", send ->
                    (long) send.reply().orElseThrow().delivery().activation()),
            text("reply_digest", send -> send.reply().orElseThrow().delivery().textDigest())));

    private final String look;
    private final String write;

    BatchedSends(Wired wired) {
        look = wired.sql(
                "SELECT p.version, h.revision, EXISTS (SELECT 1 FROM {message} m WHERE m.clinic = k.clinic"
                        + " AND m.author = k.author AND m.client_id = k.client_id) FROM " + LOOKED_AT.numberedAs("k")
                        + " LEFT JOIN LATERAL (SELECT version FROM {practice} q WHERE q.clinic = k.clinic"
                        + " AND q.practitioner = k.practitioner FOR SHARE SKIP LOCKED) p ON TRUE"
                        + " LEFT JOIN LATERAL (SELECT revision FROM {conversation} c WHERE c.clinic = k.clinic"
                        + " AND c.practitioner = k.practitioner AND c.patient = k.patient FOR UPDATE SKIP LOCKED) h ON TRUE ORDER BY k.n");
        write = wired.sql("WITH moved AS (UPDATE {conversation} c SET revision = k.revision, last_seq = k.last_seq,"
                + " last_time = k.last_time, newest_first = -k.last_time, practice_count = k.practice_count,"
                + " patient_count = k.patient_count, preview_author = k.preview_author,"
                + " preview_on_behalf_of = k.preview_on_behalf_of, preview_kind = k.preview_kind,"
                + " preview_text = k.preview_text, preview_files = k.preview_files,"
                + " awaiting_since = CASE k.waits WHEN " + PlainSend.WAITS
                + " THEN COALESCE(c.awaiting_since, k.last_time) WHEN " + PlainSend.ANSWERED
                + " THEN NULL ELSE c.awaiting_since END, "
                + seen("owner") + ", " + seen("patient") + " FROM " + MOVED.as("k")
                + " WHERE c.clinic = k.clinic AND c.practitioner = k.practitioner AND c.patient = k.patient"
                + " RETURNING 1), sent AS (INSERT INTO {message} (" + SENT.names() + ") SELECT * FROM " + SENT.as("s")
                + " ON CONFLICT (clinic, author, client_id) DO NOTHING RETURNING 1),"
                + " delivered AS (INSERT INTO {auto_reply_delivery} (" + DELIVERED.names() + ") SELECT * FROM "
                + DELIVERED.as("d")
                + " ON CONFLICT DO NOTHING) SELECT (SELECT COUNT(*) FROM moved), (SELECT COUNT(*) FROM sent)");
    }

    private static String seen(String who) {
        String newer = "CASE WHEN c." + who + "_read_up_to < k." + who + "_seen THEN ";
        return who + "_settled = " + newer + "k.settled ELSE c." + who + "_settled END, " + who + "_read_up_to = "
                + newer + "k." + who + "_seen ELSE c." + who + "_read_up_to END";
    }

    /** A message, and the send that it is of. */
    private record Stored(PlainSend send, Change.MessageAppended change) {
        Message message() {
            return change.message();
        }
    }

    /**
     * Stores those that can be stored together, in the transaction of the caller.
     *
     * @return which were stored, in the order of the sends
     * @throws SQLException if somebody used one of the clients' ids at the same moment: all is to be undone
     */
    List<Boolean> store(Connection connection, List<PlainSend> sends) throws SQLException {
        List<Boolean> found = look(connection, sends);
        List<PlainSend> ready = new ArrayList<>();
        for (int i = 0; i < sends.size(); i++) {
            if (found.get(i)) {
                ready.add(sends.get(i));
            }
        }
        if (!ready.isEmpty()) {
            write(connection, ready);
        }
        return found;
    }

    private List<Boolean> look(Connection connection, List<PlainSend> sends) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(look)) {
            LOOKED_AT.bind(connection, statement, 1, sends);
            List<Boolean> found = new ArrayList<>(sends.size());
            try (ResultSet rows = statement.executeQuery()) {
                for (PlainSend send : sends) {
                    rows.next();
                    found.add(isAsSaid(new Row(rows), send));
                }
            }
            return found;
        }
    }

    private static boolean isAsSaid(Row row, PlainSend send) throws SQLException {
        // Where there is no row, or somebody holds it, it reads as what no version and no revision is.
        boolean version = row.numberOr(0) == send.commit().practiceVersion();
        boolean revision = row.numberOr(CareCommit.NOT_BEGUN) == send.commit().revision();
        return version && revision && !row.flag();
    }

    private void write(Connection connection, List<PlainSend> sends) throws SQLException {
        List<Stored> messages = sends.stream().flatMap(BatchedSends::messages).toList();
        List<PlainSend> replied =
                sends.stream().filter(send -> send.reply().isPresent()).toList();
        try (PreparedStatement statement = connection.prepareStatement(write)) {
            int next = MOVED.bind(connection, statement, 1, sends);
            next = SENT.bind(connection, statement, next, messages);
            DELIVERED.bind(connection, statement, next, replied);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (rows.getLong(1) != sends.size() || rows.getLong(2) != messages.size()) {
                    throw Faults.overtaken();
                }
            }
        }
    }

    private static Stream<Stored> messages(PlainSend send) {
        Stream<Stored> first = Stream.of(new Stored(send, send.message()));
        return Stream.concat(first, send.reply().stream().map(reply -> new Stored(send, reply.message())));
    }

    private static ConversationKey key(PlainSend send) {
        return send.commit().key();
    }

    private static Message message(PlainSend send) {
        return send.message().message();
    }
}
