package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.message.Retraction;
import org.clinicchat.service.AutoReplyDelivery;
import org.jspecify.annotations.Nullable;

/** What a change writes beside the conversation's own row, which its transaction holds. */
final class ChangeRows {

    private static final String KEY = " WHERE clinic = ? AND practitioner = ? AND patient = ?";

    private final String message;
    private final String delivery;
    private final String retraction;
    private final String switching;
    private final String isBegun;
    private final String settlesOwner;
    private final String settlesPatient;
    private final String settlesApart;
    private final Marks marks;

    ChangeRows(Wired wired, Marks marks) {
        this.marks = marks;
        message = wired.sql("INSERT INTO {message} (clinic, conversation, seq, revision, id, sent_time, author,"
                + " on_behalf_of, kind, message_text, files, practice_count, patient_count, client_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        delivery = wired.sql(
                "INSERT INTO {auto_reply_delivery} (clinic, conversation, reply_round, reply_activation,"
                        + " reply_digest) SELECT clinic, id, ?, ?, ? FROM {conversation} c" + KEY
                        + " AND NOT EXISTS (SELECT 1 FROM {auto_reply_delivery} d WHERE d.clinic = c.clinic"
                        + " AND d.conversation = c.id AND d.reply_round = ? AND d.reply_activation = ? AND d.reply_digest = ?)");
        retraction = wired.sql("INSERT INTO {retraction} (clinic, conversation, seq, revision, retracted_by,"
                + " on_behalf_of, retracted_time, settles) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        switching = wired.sql("INSERT INTO {switching} (clinic, conversation, revision, disabled, switched_time,"
                + " switched_by, switched_reason) SELECT clinic, id, ?, ?, ?, ?, ? FROM {conversation}" + KEY);
        isBegun = wired.sql("SELECT id FROM {conversation}" + KEY);
        settlesOwner = wired.sql(settles("owner"));
        settlesPatient = wired.sql(settles("patient"));
        settlesApart = wired.sql("UPDATE {read_state} SET settled = settled + 1" + KEY + " AND read_up_to < ?");
    }

    private static String settles(String who) {
        return "UPDATE {conversation} SET " + who + "_settled = " + who + "_settled + 1" + KEY + " AND " + who
                + "_read_up_to < ?";
    }

    boolean isBegun(Connection connection, ConversationKey key) throws SQLException {
        return conversation(connection, key).isPresent();
    }

    private Optional<String> conversation(Connection connection, ConversationKey key) throws SQLException {
        return Sql.of(
                        isBegun,
                        key.clinic().value(),
                        key.practitioner().value(),
                        key.patient().value())
                .one(connection, row -> row.getString(1));
    }

    /** What these changes write, in their order; the conversation's own row is not among it. */
    List<Sql> of(ConversationKey key, List<Change> changes) {
        Write write = new Write(key);
        return changes.stream().flatMap(change -> change.accept(write).stream()).toList();
    }

    /** Raises a read state that does not stand where the conversation's row is written. */
    void raise(Connection connection, ConversationKey key, Change.SeenUpTo seen) throws SQLException {
        marks.raise(connection, key, conversation(connection, key).orElseThrow(), seen.reader(), seen.seq());
    }

    /** A message's columns, in the order of the table. */
    static List<@Nullable Object> message(ConversationKey key, Change.MessageAppended change) {
        Message sent = change.message();
        return Sql.arguments(
                key.clinic().value(),
                sent.conversation().value(),
                sent.seq().value(),
                change.revision(),
                sent.id().value(),
                Codes.micros(sent.time()),
                Codes.person(sent.authorship().author()),
                Codes.person(sent.authorship().onBehalfOf()),
                Codes.kind(sent.kind()),
                sent.text(),
                MessageRow.files(sent.attachments()),
                change.tally().practice(),
                change.tally().patient(),
                change.clientId().map(ClientMessageId::value).orElse(null));
    }

    /** One change as statements. */
    private final class Write implements Change.Visitor<List<Sql>> {
        private final ConversationKey key;

        Write(ConversationKey key) {
            this.key = key;
        }

        @Override
        public List<Sql> started(Change.ConversationStarted change) {
            return List.of();
        }

        @Override
        public List<Sql> appended(Change.MessageAppended change) {
            return List.of(new Sql(message, ChangeRows.message(key, change)));
        }

        @Override
        public List<Sql> autoReplyDelivered(Change.AutoReplyDelivered change) {
            AutoReplyDelivery delivered = change.delivery();
            return List.of(Sql.of(
                    delivery,
                    delivered.round(),
                    delivered.activation(),
                    delivered.textDigest(),
                    key.clinic().value(),
                    key.practitioner().value(),
                    key.patient().value(),
                    delivered.round(),
                    delivered.activation(),
                    delivered.textDigest()));
        }

        @Override
        public List<Sql> retracted(Change.MessageRetracted change) {
            Message retracted = change.message();
            Retraction by = retracted.retraction().orElseThrow();
            Optional<Side> settled = Retractions.settles(retracted);
            Sql row = Sql.of(
                    retraction,
                    key.clinic().value(),
                    retracted.conversation().value(),
                    retracted.seq().value(),
                    change.revision(),
                    Codes.person(by.by().author()),
                    Codes.person(by.by().onBehalfOf()),
                    Codes.micros(by.time()),
                    settled.map(Codes::side).orElse(0));
            if (settled.isEmpty()) {
                return List.of(row);
            }
            long seq = retracted.seq().value();
            return settled.get() == Side.PRACTICE
                    ? List.of(row, settling(settlesOwner, seq), settling(settlesApart, seq))
                    : List.of(row, settling(settlesPatient, seq));
        }

        private Sql settling(String statement, long seq) {
            return Sql.of(
                    statement,
                    key.clinic().value(),
                    key.practitioner().value(),
                    key.patient().value(),
                    seq);
        }

        @Override
        public List<Sql> availabilityChanged(Change.AvailabilityChanged change) {
            AvailabilityState state = change.state();
            return List.of(Sql.of(
                    switching,
                    change.revision(),
                    state.availability() == Availability.DISABLED,
                    Codes.micros(state.since()),
                    Codes.person(state.by()),
                    state.reason().orElse(null),
                    key.clinic().value(),
                    key.practitioner().value(),
                    key.patient().value()));
        }

        @Override
        public List<Sql> seen(Change.SeenUpTo change) {
            return List.of();
        }
    }
}
