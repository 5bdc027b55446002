package org.clinicchat.jdbc;

import static org.clinicchat.jdbc.Columns.number;
import static org.clinicchat.jdbc.Columns.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.service.AutoReplyDelivery;

/**
 * Stores plain sends in one statement, and so in one round trip, on PostgreSQL: chains of different conversations. It locks
 * what can be had at once: rows that somebody else holds are passed over, so that one slow transaction of the host's stalls no
 * neighbour. Then it writes for those whose rows are as their commits say and whose ids are new. Should an id be used by
 * another at this very moment, nothing is stored and the statement is run again: then it finds the id. Of what was not stored
 * it tells whether a version had moved; why else is found out by who stores it alone.
 */
final class BatchedSends {

    private static final String WRONG_VALUE = "22";

    private static final Columns<SendChain> MOVED = new Columns<>(List.of(
            text("clinic", chain -> chain.key().clinic().value()),
            text("practitioner", chain -> chain.key().practitioner().value()),
            text("patient", chain -> chain.key().patient().value()),
            number("version", chain -> chain.first().commit().practiceVersion()),
            number("before", chain -> chain.first().commit().revision()),
            number("revision", chain -> chain.last().last().revision()),
            number("last_seq", chain -> chain.last().last().message().seq().value()),
            number(
                    "last_time",
                    chain -> Codes.micros(chain.last().last().message().time())),
            number("practice_count", chain -> chain.last().last().tally().practice()),
            number("patient_count", chain -> chain.last().last().tally().patient()),
            text(
                    "preview_author",
                    chain -> Codes.person(shown(chain).authorship().author())),
            text(
                    "preview_on_behalf_of",
                    chain -> Codes.person(shown(chain).authorship().onBehalfOf())),
            number("preview_kind", chain -> (long) Codes.kind(shown(chain).kind())),
            text("preview_text", chain -> Preview.of(shown(chain)).text()),
            number("preview_files", chain -> (long) shown(chain).attachments().size()),
            number("answered", SendChain::answered),
            number("waits_since", chain -> chain.waitsSince().orElse(null)),
            number("owner_seen", chain -> chain.first().seen(Reader.Place.OWNER)),
            number("patient_seen", chain -> chain.first().seen(Reader.Place.PATIENT)),
            number("settled", chain -> chain.first().settled())));

    private static final Columns<Stored> SENT = new Columns<>(List.of(
            number("n", Stored::number),
            text("clinic", stored -> stored.send().commit().key().clinic().value()),
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
            text("clinic", stored -> stored.send().commit().key().clinic().value()),
            text("conversation", stored -> stored.message().conversation().value()),
            number("reply_round", stored -> (long) stored.delivery().round()),
            number("reply_activation", stored -> (long) stored.delivery().activation()),
            text("reply_digest", stored -> stored.delivery().textDigest())));

    /**
     * True of every row. By it the database counts on one row, and not on more the longer the arrays are: so it always goes by
     * the indexes, and makes one plan for batches of all sizes in place of one for each batch.
     */
    private static final String FEW = " WHERE n BETWEEN 1 AND 1000000";

    private static final String LEDGER = "clinic, conversation, reply_round, reply_activation, reply_digest";
    private static final String LOG = "clinic, conversation, seq, revision, id, sent_time, author, on_behalf_of, kind,"
            + " message_text, files, practice_count, patient_count, client_id";

    private final String statement;

    BatchedSends(Wired wired) {
        statement = wired.sql("WITH w AS MATERIALIZED (SELECT * FROM " + MOVED.numberedAs("w") + FEW
                + "), s AS MATERIALIZED (SELECT * FROM " + SENT.as("s") + FEW
                + "), used AS MATERIALIZED (SELECT n FROM s WHERE (SELECT 1 FROM {message} m WHERE m.clinic = s.clinic"
                + " AND m.author = s.author AND m.client_id = s.client_id) IS NOT NULL),"
                + " k AS MATERIALIZED (SELECT w.* FROM w"
                + " JOIN LATERAL (SELECT version FROM {practice} q WHERE q.clinic = w.clinic"
                + " AND q.practitioner = w.practitioner FOR SHARE SKIP LOCKED) p ON p.version = w.version"
                + " JOIN LATERAL (SELECT revision FROM {conversation} c WHERE c.clinic = w.clinic"
                + " AND c.practitioner = w.practitioner AND c.patient = w.patient FOR UPDATE SKIP LOCKED) h"
                + " ON h.revision = w.before WHERE w.n NOT IN (SELECT n FROM used)),"
                + " moved AS (UPDATE {conversation} c SET revision = k.revision, last_seq = k.last_seq,"
                + " last_time = k.last_time, newest_first = -k.last_time, practice_count = k.practice_count,"
                + " patient_count = k.patient_count, preview_author = k.preview_author,"
                + " preview_on_behalf_of = k.preview_on_behalf_of, preview_kind = k.preview_kind,"
                + " preview_text = k.preview_text, preview_files = k.preview_files,"
                + " awaiting_since = COALESCE(CASE k.answered WHEN 0 THEN c.awaiting_since END, k.waits_since), "
                + seen("owner") + ", " + seen("patient")
                + " FROM k WHERE c.clinic = k.clinic AND c.practitioner = k.practitioner AND c.patient = k.patient"
                + " RETURNING k.n), sent AS (INSERT INTO {message} (" + LOG + ") SELECT " + LOG
                + " FROM s JOIN moved USING (n)), delivered AS (INSERT INTO {auto_reply_delivery} (" + LEDGER
                + ") SELECT " + LEDGER + " FROM " + DELIVERED.as("d") + " JOIN moved USING (n)" + FEW
                + " ON CONFLICT DO NOTHING)"
                + " SELECT n, CASE WHEN n IN (SELECT n FROM moved) THEN 0 WHEN n IN (SELECT n FROM used) OR "
                + OneStatementSends.stands("w.clinic", "w.practitioner", "w.patient", "w.before", "w.version")
                + " THEN 2 ELSE 1 END FROM w");
    }

    private static String seen(String who) {
        String newer = "CASE WHEN c." + who + "_read_up_to < k." + who + "_seen THEN ";
        return who + "_settled = " + newer + "k.settled ELSE c." + who + "_settled END, " + who + "_read_up_to = "
                + newer + "k." + who + "_seen ELSE c." + who + "_read_up_to END";
    }

    /**
     * A message, and the send that it is of.
     *
     * @param number its chain's place in the batch: 1, 2, 3 …
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
     * @return what became of each; unclear if one of them is what the database does not take, and so all was undone
     */
    List<SendChain.Fate> store(Connection connection, List<SendChain> chains) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            int next = MOVED.bind(connection, prepared, 1, chains);
            next = SENT.bind(connection, prepared, next, messages(chains));
            DELIVERED.bind(connection, prepared, next, replies(chains));
            return fates(prepared, chains.size());
        } catch (SQLException e) {
            if (isRefused(e)) {
                return Collections.nCopies(chains.size(), SendChain.Fate.UNCLEAR);
            }
            throw e;
        }
    }

    private static List<SendChain.Fate> fates(PreparedStatement prepared, int chains) throws SQLException {
        try (ResultSet rows = prepared.executeQuery()) {
            List<SendChain.Fate> fates = new ArrayList<>(Collections.nCopies(chains, SendChain.Fate.UNCLEAR));
            while (rows.next()) {
                fates.set(rows.getInt(1) - 1, OneStatementSends.FATES.get(rows.getInt(2)));
            }
            return fates;
        }
    }

    /** Whether the database found something wrong with a value: then it has said so before it stored anything. */
    private static boolean isRefused(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith(WRONG_VALUE);
    }

    private static List<Stored> messages(List<SendChain> chains) {
        List<Stored> messages = new ArrayList<>(chains.size() + 8);
        for (int i = 0; i < chains.size(); i++) {
            for (PlainSend send : chains.get(i).sends()) {
                messages.add(new Stored(i + 1, send, send.message()));
                if (send.reply().isPresent()) {
                    messages.add(new Stored(i + 1, send, send.reply().get().message()));
                }
            }
        }
        return messages;
    }

    private static List<Stored> replies(List<SendChain> chains) {
        return messages(chains).stream()
                .filter(stored -> stored.message().kind() == MessageKind.AUTO_REPLY)
                .toList();
    }

    /** What a list shows of it: an automatic reply is never shown there. */
    private static Message shown(SendChain chain) {
        return chain.last().message().message();
    }
}
