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
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Begins a conversation in one statement, and so in one round trip, on PostgreSQL. It locks and writes in the order of
 * {@link Commits}: the practice and the patient are held first, the audit's last number is taken last. Nothing is stored if the
 * practice has moved, if the client's id was used, or if the conversation has begun: then the long way tells which. There are
 * few shapes of the statement, each made once.
 */
final class OneStatementBeginnings {

    private static final String HELD = "WITH p AS MATERIALIZED (SELECT 1 FROM {practice} WHERE clinic = ?"
            + " AND practitioner = ? AND version = ? FOR SHARE), t AS MATERIALIZED (SELECT search_text FROM {patient}"
            + " WHERE clinic = ? AND patient = ? AND EXISTS (SELECT 1 FROM p) FOR SHARE)";
    private static final String BEGUN =
            ", n AS (INSERT INTO {conversation} (clinic, practitioner, patient, id, revision,"
                    + " last_seq, last_time, newest_first, practice_count, patient_count, preview_author, preview_on_behalf_of,"
                    + " preview_kind, preview_text, preview_files, awaiting_since, disabled, switched_time, owner_read_up_to,"
                    + " owner_settled, owner_marked, owner_marks, patient_read_up_to, patient_settled, patient_marked,"
                    + " patient_marks) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS smallint), ?, CAST(? AS integer),"
                    + " CAST(? AS bigint), FALSE, ?, 0, 0, FALSE, 0, 0, 0, FALSE, 0 FROM t";
    private static final String IF_NEW =
            " WHERE NOT EXISTS (SELECT 1 FROM {message} WHERE clinic = ? AND author = ? AND client_id = ?)";
    private static final String ONCE = " ON CONFLICT DO NOTHING RETURNING 1)";
    private static final String WORDS = ", w AS (INSERT INTO {conversation_word} (clinic, practitioner, patient, word)"
            + " SELECT DISTINCT ?, ?, ?, left(x.word, " + WordRows.LONGEST + ") FROM n, t,"
            + " unnest(string_to_array(t.search_text, ' ')) AS x (word) WHERE x.word <> '' RETURNING 1)";
    private static final String MESSAGE = "(INSERT INTO {message} (clinic, conversation, seq, revision, id, sent_time,"
            + " author, on_behalf_of, kind, message_text, files, practice_count, patient_count, client_id)"
            + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM n RETURNING 1)";
    private static final String DELIVERY = ", d AS (INSERT INTO {auto_reply_delivery} (clinic, conversation,"
            + " reply_round, reply_activation, reply_digest) SELECT ?, ?, ?, ?, ? FROM n RETURNING 1)";
    private static final String RECORDED =
            ", e AS (INSERT INTO {audit_end} AS present (clinic, last_number) SELECT ?, 1"
                    + " FROM n WHERE %s >= 0 ON CONFLICT (clinic) DO UPDATE SET last_number = present.last_number + 1"
                    + " RETURNING last_number), a AS (INSERT INTO {audit} (" + AuditRows.COLUMN_NAMES
                    + ") SELECT ?, e.last_number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM e) SELECT COUNT(*) FROM n";

    private static final int MOST_ARGUMENTS = 90;

    private final Wired wired;
    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    OneStatementBeginnings(Wired wired) {
        this.wired = wired;
    }

    /**
     * What the text of the statement depends on.
     *
     * @param messages how many there are
     * @param named whether the first has a client's id
     * @param delivered whether an automatic reply is among them
     */
    private record Shape(int messages, boolean named, boolean delivered) {

        String statement() {
            StringBuilder text = new StringBuilder(HELD + BEGUN + (named ? IF_NEW : "") + ONCE + WORDS);
            List<String> before = new ArrayList<>(List.of("w"));
            for (int i = 0; i < messages; i++) {
                text.append(", m").append(i).append(" AS ").append(MESSAGE);
                before.add("m" + i);
            }
            if (delivered) {
                text.append(DELIVERY);
                before.add("d");
            }
            return text.append(String.format(RECORDED, allOf(before))).toString();
        }

        /** A sum that is known when all of them are done: what may wait for others waits before the audit's end is held. */
        private static String allOf(List<String> names) {
            List<String> counts = names.stream()
                    .map(name -> "(SELECT COUNT(*) FROM " + name + ")")
                    .toList();
            return String.join(" + ", counts);
        }
    }

    /** Stores it; false if nothing was stored: a version has moved, the id was used, or the conversation has begun. */
    boolean store(Connection connection, FirstSend send) throws SQLException {
        Optional<ClientsId> id = ClientsId.of(send);
        Shape shape = new Shape(
                send.messages().size(), id.isPresent(), send.delivery().isPresent());
        List<@Nullable Object> arguments = new ArrayList<>(MOST_ARGUMENTS);
        addHead(arguments, send);
        ConversationKey key = send.commit().key();
        String clinic = key.clinic().value();
        id.ifPresent(named -> Collections.addAll(arguments, clinic, named.author(), named.id()));
        addKey(arguments, key);
        send.messages().forEach(message -> arguments.addAll(ChangeRows.message(key, message)));
        send.delivery().ifPresent(delivery -> addDelivery(arguments, send, delivery));
        arguments.add(clinic);
        arguments.addAll(AuditRows.withoutNumber(send.record()));
        String text = texts.computeIfAbsent(shape, any -> wired.sql(any.statement()));
        return new Sql(text, arguments)
                .one(connection, row -> row.getLong(1) == 1)
                .orElseThrow();
    }

    /** What is unique to a message of somebody's. */
    private record ClientsId(String author, String id) {
        static Optional<ClientsId> of(FirstSend send) {
            return send.messages().stream()
                    .filter(message -> message.clientId().isPresent())
                    .findFirst()
                    .map(ClientsId::of);
        }

        private static ClientsId of(Change.MessageAppended message) {
            PersonRef author = message.message().authorship().author();
            ClientMessageId id = message.clientId().orElseThrow();
            return new ClientsId(Codes.person(author), id.value());
        }
    }

    private static void addHead(List<@Nullable Object> arguments, FirstSend send) {
        ConversationKey key = send.commit().key();
        ConversationHead head = send.head();
        Collections.addAll(
                arguments,
                key.clinic().value(),
                key.practitioner().value(),
                send.commit().practiceVersion(),
                key.clinic().value(),
                key.patient().value());
        addKey(arguments, key);
        long time = Codes.micros(head.lastTime());
        Collections.addAll(arguments, head.id().value(), head.revision(), head.lastSeq(), time, -time);
        arguments.add(head.tally().practice());
        arguments.add(head.tally().patient());
        addPreview(arguments, head.preview());
        arguments.add(head.awaitingReplySince().map(Codes::micros).orElse(null));
        arguments.add(Codes.micros(send.started().time()));
    }

    private static void addPreview(List<@Nullable Object> arguments, Optional<Preview> preview) {
        arguments.add(
                preview.map(there -> Codes.person(there.authorship().author())).orElse(null));
        arguments.add(preview.flatMap(there -> there.authorship().onBehalfOf())
                .map(Codes::person)
                .orElse(null));
        arguments.add(preview.map(there -> Codes.kind(there.kind())).orElse(null));
        arguments.add(preview.map(Preview::text).orElse(null));
        arguments.add(preview.map(Preview::attachments).orElse(null));
    }

    private static void addKey(List<@Nullable Object> arguments, ConversationKey key) {
        Collections.addAll(
                arguments,
                key.clinic().value(),
                key.practitioner().value(),
                key.patient().value());
    }

    private static void addDelivery(List<@Nullable Object> arguments, FirstSend send, AutoReplyDelivery delivery) {
        Collections.addAll(
                arguments,
                send.commit().key().clinic().value(),
                send.head().id().value(),
                delivery.round(),
                delivery.activation(),
                delivery.textDigest());
    }
}
