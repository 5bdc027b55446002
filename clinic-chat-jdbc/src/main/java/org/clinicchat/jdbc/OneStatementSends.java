package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.Message;
import org.clinicchat.service.AutoReplyDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Stores a plain send in one statement, and so in one round trip, on PostgreSQL. The practice's row is locked before the
 * conversation's is looked at; the conversation's moves only from the revision and under the version that the commit names,
 * and only if the client's id is new. A row that somebody else holds is passed over: there are few writers, and a slow
 * transaction of the host's may keep none of them. Should the id be used by another at this very moment, nothing is stored and
 * the statement is run again: then it finds the id. There are few shapes of the statement, each made once: the database and its
 * driver know them again.
 */
final class OneStatementSends {

    private static final String USED = "SELECT 1 FROM {message} WHERE clinic = ? AND author = ? AND client_id = ?";
    private static final String MOVES = "WITH p AS MATERIALIZED (SELECT 1 FROM {practice} WHERE clinic = ?"
            + " AND practitioner = ? AND version = ? FOR SHARE SKIP LOCKED), l AS MATERIALIZED (SELECT 1 FROM {conversation}"
            + " WHERE clinic = ? AND practitioner = ? AND patient = ? AND revision = ? AND EXISTS (SELECT 1 FROM p)"
            + " FOR NO KEY UPDATE SKIP LOCKED), h AS (UPDATE {conversation} SET revision = ?, last_seq = ?, last_time = ?, newest_first = ?, practice_count = ?, patient_count = ?, preview_author = ?,"
            + " preview_on_behalf_of = ?, preview_kind = ?, preview_text = ?, preview_files = ?";
    private static final String IF_AS_SAID = " WHERE clinic = ? AND practitioner = ? AND patient = ? AND revision = ?"
            + " AND EXISTS (SELECT 1 FROM l)"
            + " AND NOT EXISTS (" + USED + ") RETURNING 1)";
    private static final String MESSAGE = "INSERT INTO {message} (clinic, conversation, seq, revision, id, sent_time,"
            + " author, on_behalf_of, kind, message_text, files, practice_count, patient_count, client_id)"
            + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM h";
    private static final String REPLY = ", a AS (" + MESSAGE + "), d AS (INSERT INTO {auto_reply_delivery} (clinic,"
            + " conversation, reply_round, reply_activation, reply_digest) SELECT ?, ?, ?, ?, ? FROM h ON CONFLICT DO NOTHING)";

    private static final int MOST_ARGUMENTS = 64;

    /** What the statement's answers mean: 0, 1, 2. */
    static final List<SendChain.Fate> FATES =
            List.of(SendChain.Fate.STORED, SendChain.Fate.STALE, SendChain.Fate.UNCLEAR);

    private final Wired wired;
    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    OneStatementSends(Wired wired) {
        this.wired = wired;
    }

    /**
     * What the text of the statement depends on.
     *
     * @param waits what becomes of the patient's waiting
     * @param seen whose read state is raised with it
     * @param replied whether an automatic reply goes out
     */
    private record Shape(long waits, Optional<Reader.Place> seen, boolean replied) {

        String statement() {
            String raised = seen.map(Shape::raised).orElse("");
            return MOVES + awaiting() + raised + IF_AS_SAID + ", m AS (" + MESSAGE + ")" + (replied ? REPLY : "")
                    + " SELECT CASE WHEN EXISTS (SELECT 1 FROM h) THEN 0 WHEN EXISTS (" + USED + ") OR "
                    + stands("?", "?", "?", "?", "?") + " THEN 2 ELSE 1 END";
        }

        private String awaiting() {
            return waits == PlainSend.WAITS
                    ? ", awaiting_since = COALESCE(awaiting_since, ?)"
                    : waits == PlainSend.ANSWERED ? ", awaiting_since = NULL" : "";
        }

        private static String raised(Reader.Place place) {
            String who = place == Reader.Place.OWNER ? "owner" : "patient";
            return ", " + who + "_settled = CASE WHEN " + who + "_read_up_to < ? THEN ? ELSE " + who + "_settled END, "
                    + who + "_read_up_to = GREATEST(" + who + "_read_up_to, ?)";
        }
    }

    /**
     * A condition: conversation and practice are as the commit says, as far as is visible. As EXISTS, the database might look
     * all of them up at once.
     */
    static String stands(String clinic, String practitioner, String patient, String revision, String version) {
        return "(SELECT 1 FROM {conversation} c JOIN {practice} q ON q.clinic = c.clinic"
                + " AND q.practitioner = c.practitioner WHERE c.clinic = " + clinic + " AND c.practitioner = "
                + practitioner + " AND c.patient = " + patient + " AND c.revision = " + revision + " AND q.version = "
                + version + ") IS NOT NULL";
    }

    /** Stores it; if it is not stored, a version has moved, or the id was used or a row is held, which is unclear. */
    SendChain.Fate store(Connection connection, PlainSend send) throws SQLException {
        Optional<Change.SeenUpTo> seen = send.seenAll();
        Optional<Reader.Place> place =
                seen.map(there -> Reader.of(send.commit().key(), there.reader()).place());
        Shape shape = new Shape(send.waits(), place, send.reply().isPresent());
        List<@Nullable Object> arguments = new ArrayList<>(MOST_ARGUMENTS);
        addHead(arguments, send);
        seen.ifPresent(there -> Collections.addAll(arguments, there.seq(), send.settled(), there.seq()));
        addCondition(arguments, send);
        arguments.addAll(ChangeRows.message(send.commit().key(), send.message()));
        send.reply().ifPresent(reply -> addReply(arguments, send.commit().key(), reply));
        addUsed(arguments, send);
        addRow(arguments, send);
        arguments.add(send.commit().practiceVersion());
        String text = texts.computeIfAbsent(shape, any -> wired.sql(any.statement()));
        return new Sql(text, arguments)
                .one(connection, row -> FATES.get(row.getInt(1)))
                .orElseThrow();
    }

    private static void addHead(List<@Nullable Object> arguments, PlainSend send) {
        ConversationKey key = send.commit().key();
        Change.MessageAppended last = send.last();
        Message message = send.message().message();
        long time = Codes.micros(last.message().time());
        arguments.add(key.clinic().value());
        arguments.add(key.practitioner().value());
        arguments.add(send.commit().practiceVersion());
        addRow(arguments, send);
        arguments.add(last.revision());
        arguments.add(last.message().seq().value());
        arguments.add(time);
        arguments.add(-time);
        arguments.add(last.tally().practice());
        arguments.add(last.tally().patient());
        arguments.add(Codes.person(message.authorship().author()));
        arguments.add(Codes.person(message.authorship().onBehalfOf()));
        arguments.add(Codes.kind(message.kind()));
        arguments.add(Preview.of(message).text());
        arguments.add(message.attachments().size());
        if (send.waits() == PlainSend.WAITS) {
            arguments.add(time);
        }
    }

    private static void addCondition(List<@Nullable Object> arguments, PlainSend send) {
        addRow(arguments, send);
        addUsed(arguments, send);
    }

    private static void addUsed(List<@Nullable Object> arguments, PlainSend send) {
        arguments.add(send.commit().key().clinic().value());
        arguments.add(Codes.person(send.message().message().authorship().author()));
        arguments.add(send.clientId().value());
    }

    /** The conversation's row as it is to be found. */
    private static void addRow(List<@Nullable Object> arguments, PlainSend send) {
        ConversationKey key = send.commit().key();
        arguments.add(key.clinic().value());
        arguments.add(key.practitioner().value());
        arguments.add(key.patient().value());
        arguments.add(send.commit().revision());
    }

    private static void addReply(List<@Nullable Object> arguments, ConversationKey key, PlainSend.Reply reply) {
        Change.MessageAppended said = reply.message();
        AutoReplyDelivery delivery = reply.delivery();
        arguments.addAll(ChangeRows.message(key, said));
        arguments.add(key.clinic().value());
        arguments.add(said.message().conversation().value());
        arguments.add(delivery.round());
        arguments.add(delivery.activation());
        arguments.add(delivery.textDigest());
    }
}
