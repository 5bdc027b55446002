package org.clinicchat.jdbc;

import static org.clinicchat.jdbc.Columns.number;
import static org.clinicchat.jdbc.Columns.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.service.AutoReplyDelivery;

/**
 * Stores plain sends of different conversations in one statement, and so in one round trip, on PostgreSQL. It locks what can
 * be had at once: rows that somebody else holds are passed over, so that one slow transaction of the host's stalls no
 * neighbour. Then it writes for those whose rows are as their commits say and whose ids are new. Should an id be used by
 * another at this very moment, nothing is stored and the statement is run again: then it finds the id. Whatever was not stored
 * is stored alone.
 */
final class BatchedSends {

    private static final String WRONG_VALUE = "22";

    private static final Columns<PlainSend> MOVED = new Columns<>(List.of(
            text("clinic", send -> key(send).clinic().value()),
            text("practitioner", send -> key(send).practitioner().value()),
            text("patient", send -> key(send).patient().value()),
            number("version", send -> send.commit().practiceVersion()),
            number("before", send -> send.commit().revision()),
            text("client_id", send -> send.clientId().value()),
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
            number("n", Stored::number),
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

    private static final Columns<Stored> DELIVERED = new Columns<>(List.of(
            number("n", Stored::number),
            text("clinic", stored -> key(stored.send()).clinic().value()),
            text("conversation", stored -> stored.message().conversation().value()),
            number("reply_round", stored -> (long) stored.delivery().round()),
            number("reply_activation", stored -> (long) stored.delivery().activation()),
            text("reply_digest", stored -> stored.delivery().textDigest())));

    private static final String LEDGER = "clinic, conversation, reply_round, reply_activation, reply_digest";
    private static final String LOG = "clinic, conversation, seq, revision, id, sent_time, author, on_behalf_of, kind,"
            + " message_text, files, practice_count, patient_count, client_id";

    private final String statement;

    BatchedSends(Wired wired) {
        statement = wired.sql("WITH k AS MATERIALIZED (SELECT w.* FROM " + MOVED.numberedAs("w")
                + " JOIN LATERAL (SELECT version FROM {practice} q WHERE q.clinic = w.clinic"
                + " AND q.practitioner = w.practitioner FOR SHARE SKIP LOCKED) p ON p.version = w.version"
                + " JOIN LATERAL (SELECT revision FROM {conversation} c WHERE c.clinic = w.clinic"
                + " AND c.practitioner = w.practitioner AND c.patient = w.patient FOR UPDATE SKIP LOCKED) h"
                + " ON h.revision = w.before WHERE NOT EXISTS (SELECT 1 FROM {message} m WHERE m.clinic = w.clinic"
                + " AND m.author = w.preview_author AND m.client_id = w.client_id)),"
                + " moved AS (UPDATE {conversation} c SET revision = k.revision, last_seq = k.last_seq,"
                + " last_time = k.last_time, newest_first = -k.last_time, practice_count = k.practice_count,"
                + " patient_count = k.patient_count, preview_author = k.preview_author,"
                + " preview_on_behalf_of = k.preview_on_behalf_of, preview_kind = k.preview_kind,"
                + " preview_text = k.preview_text, preview_files = k.preview_files,"
                + " awaiting_since = CASE k.waits WHEN " + PlainSend.WAITS
                + " THEN COALESCE(c.awaiting_since, k.last_time) WHEN " + PlainSend.ANSWERED
                + " THEN NULL ELSE c.awaiting_since END, "
                + seen("owner") + ", " + seen("patient")
                + " FROM k WHERE c.clinic = k.clinic AND c.practitioner = k.practitioner AND c.patient = k.patient"
                + " RETURNING k.n), sent AS (INSERT INTO {message} (" + LOG + ") SELECT " + LOG + " FROM "
                + SENT.as("s")
                + " JOIN moved USING (n)), delivered AS (INSERT INTO {auto_reply_delivery} (" + LEDGER + ") SELECT "
                + LEDGER + " FROM " + DELIVERED.as("d") + " JOIN moved USING (n) ON CONFLICT DO NOTHING)"
                + " SELECT n FROM moved");
    }

    private static String seen(String who) {
        String newer = "CASE WHEN c." + who + "_read_up_to < k." + who + "_seen THEN ";
        return who + "_settled = " + newer + "k.settled ELSE c." + who + "_settled END, " + who + "_read_up_to = "
                + newer + "k." + who + "_seen ELSE c." + who + "_read_up_to END";
    }

    /**
     * A message, and the send that it is of.
     *
     * @param number the send's place in the batch: 1, 2, 3 …
     */
    private record Stored(long number, PlainSend send, Change.MessageAppended change) {
        Message message() {
            return change.message();
        }

        AutoReplyDelivery delivery() {
            return send.reply().orElseThrow().delivery();
        }
    }

    /**
     * Stores those that can be stored together.
     *
     * @return which were stored; none if one of them is what the database does not take, and so all was undone
     */
    List<PlainSend> store(Connection connection, List<PlainSend> sends) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            int next = MOVED.bind(connection, prepared, 1, sends);
            next = SENT.bind(connection, prepared, next, messages(sends));
            DELIVERED.bind(connection, prepared, next, replies(sends));
            return stored(prepared, sends);
        } catch (SQLException e) {
            if (isRefused(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<PlainSend> stored(PreparedStatement prepared, List<PlainSend> sends) throws SQLException {
        try (ResultSet rows = prepared.executeQuery()) {
            List<PlainSend> stored = new ArrayList<>(sends.size());
            while (rows.next()) {
                stored.add(sends.get(rows.getInt(1) - 1));
            }
            return stored;
        }
    }

    /** Whether the database found something wrong with a value: then it has said so before it stored anything. */
    private static boolean isRefused(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith(WRONG_VALUE);
    }

    private static List<Stored> messages(List<PlainSend> sends) {
        List<Stored> messages = new ArrayList<>(sends.size() + 8);
        for (int i = 0; i < sends.size(); i++) {
            PlainSend send = sends.get(i);
            messages.add(new Stored(i + 1, send, send.message()));
            if (send.reply().isPresent()) {
                messages.add(new Stored(i + 1, send, send.reply().get().message()));
            }
        }
        return messages;
    }

    private static List<Stored> replies(List<PlainSend> sends) {
        List<Stored> replies = new ArrayList<>();
        for (int i = 0; i < sends.size(); i++) {
            PlainSend send = sends.get(i);
            if (send.reply().isPresent()) {
                replies.add(new Stored(i + 1, send, send.reply().get().message()));
            }
        }
        return replies;
    }

    private static ConversationKey key(PlainSend send) {
        return send.commit().key();
    }

    private static Message message(PlainSend send) {
        return send.message().message();
    }
}
