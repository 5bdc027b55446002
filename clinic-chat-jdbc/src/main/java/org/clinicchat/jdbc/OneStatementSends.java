package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.service.AutoReplyDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Stores a plain send in one statement, and so in one round trip, on PostgreSQL. The practice's row is locked before the
 * conversation's is looked at; the conversation's moves only from the revision and under the version that the commit names,
 * and only if the client's id is new. A row that somebody else holds is passed over: there are few writers, and a slow
 * transaction of the host's may keep none of them. Should the id be used by another at this very moment, the statement undoes
 * itself: its last line then divides by zero, on purpose.
 */
final class OneStatementSends {

    private static final String WHERE_MOVES =
            " WHERE clinic = ? AND practitioner = ? AND patient = ? AND revision = ? AND EXISTS (SELECT 1 FROM l)"
                    + " AND NOT EXISTS (SELECT 1 FROM {message} WHERE clinic = ? AND author = ? AND client_id = ?)"
                    + " RETURNING 1)";
    private static final String MESSAGE = "INSERT INTO {message} (clinic, conversation, seq, revision, id, sent_time,"
            + " author, on_behalf_of, kind, message_text, files, practice_count, patient_count, client_id)"
            + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM h";
    private static final String RESULT = " SELECT (SELECT COUNT(*) FROM h), 1 / (CASE WHEN (SELECT COUNT(*) FROM h)"
            + " = (SELECT COUNT(*) FROM m) THEN 1 ELSE 0 END)";

    private final String practice;
    private final String moves;
    private final String message;
    private final String reply;
    private final String result;

    OneStatementSends(Wired wired) {
        practice = wired.sql("WITH p AS MATERIALIZED (SELECT 1 FROM {practice} WHERE clinic = ? AND practitioner = ?"
                + " AND version = ? FOR SHARE SKIP LOCKED), l AS MATERIALIZED (SELECT 1 FROM {conversation}"
                + " WHERE clinic = ? AND practitioner = ? AND patient = ? AND revision = ? AND EXISTS (SELECT 1 FROM p)"
                + " FOR NO KEY UPDATE SKIP LOCKED), h AS (UPDATE {conversation} SET ");
        moves = wired.sql(WHERE_MOVES);
        message = wired.sql(", m AS (" + MESSAGE + " ON CONFLICT (clinic, author, client_id) DO NOTHING RETURNING 1)");
        reply = wired.sql(", a AS (" + MESSAGE + "), d AS (INSERT INTO {auto_reply_delivery} (clinic, conversation,"
                + " reply_round, reply_activation, reply_digest) SELECT ?, ?, ?, ?, ? FROM h ON CONFLICT DO NOTHING)");
        result = RESULT;
    }

    /** Stores it; false if nothing was stored: a version has moved, the id was used, or a row is held. */
    boolean store(Connection connection, PlainSend send) throws SQLException {
        ConversationKey key = send.commit().key();
        String clinic = key.clinic().value();
        List<@Nullable Object> arguments = new ArrayList<>(64);
        arguments.add(clinic);
        arguments.add(key.practitioner().value());
        arguments.add(send.commit().practiceVersion());
        arguments.addAll(row(send));
        arguments.addAll(send.head().values());
        arguments.addAll(row(send));
        arguments.add(clinic);
        arguments.add(Codes.person(send.message().message().authorship().author()));
        arguments.add(send.clientId().value());
        arguments.addAll(ChangeRows.message(key, send.message()));
        send.reply().ifPresent(automatic -> add(arguments, key, automatic));
        String text = practice
                + send.head().assignments()
                + moves
                + message
                + (send.reply().isPresent() ? reply : "")
                + result;
        return new Sql(text, arguments)
                .one(connection, row -> row.getLong(1) == 1)
                .orElseThrow();
    }

    /** The conversation's row as it is to be found. */
    private static List<Object> row(PlainSend send) {
        ConversationKey key = send.commit().key();
        return List.of(
                key.clinic().value(),
                key.practitioner().value(),
                key.patient().value(),
                send.commit().revision());
    }

    private static void add(List<@Nullable Object> arguments, ConversationKey key, PlainSend.Reply reply) {
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
