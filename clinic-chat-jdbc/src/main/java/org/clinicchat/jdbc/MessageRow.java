package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Retraction;
import org.jspecify.annotations.Nullable;

/** A message as it stands in its row, and its retraction in a row beside it. */
final class MessageRow {

    /** What is read, of a message under the name m and its retraction under the name r. */
    static final String COLUMNS = "m.id, m.conversation, m.seq, m.sent_time, m.author, m.on_behalf_of, m.kind,"
            + " m.message_text, m.files, r.retracted_by, r.on_behalf_of, r.retracted_time";

    /** Joins the retraction of the message under the name m, if there is one. */
    static final String WITH_RETRACTION = " LEFT JOIN {retraction} r ON r.clinic = m.clinic"
            + " AND r.conversation = m.conversation AND r.seq = m.seq";

    private static final int COLUMNS_AFTER_ID = 11;
    private static final String BETWEEN_FILES = " ";

    private MessageRow() {}

    /** The message; empty if the row has none. */
    static Optional<Message> read(Row row) throws SQLException {
        String id = row.textOrNull();
        if (id == null) {
            row.skip(COLUMNS_AFTER_ID);
            return Optional.empty();
        }
        ConversationId conversation = ConversationId.of(row.text());
        MessageSeq seq = MessageSeq.of(row.number());
        Instant time = row.time();
        Authorship authorship = row.optionalAuthorship().orElseThrow();
        MessageKind kind = Codes.kind(row.small());
        String text = row.text();
        List<AttachmentRef> files = files(row.textOrNull());
        return Optional.of(
                new Message(MessageId.of(id), conversation, seq, time, authorship, kind, text, files, retraction(row)));
    }

    private static Optional<Retraction> retraction(Row row) throws SQLException {
        Optional<Authorship> by = row.optionalAuthorship();
        Instant time = row.time();
        return by.map(authorship -> new Retraction(authorship, time));
    }

    /** The files that a message names, in one column: their ids have no spaces. */
    static @Nullable String files(List<AttachmentRef> files) {
        return files.isEmpty()
                ? null
                : files.stream().map(AttachmentRef::value).collect(Collectors.joining(BETWEEN_FILES));
    }

    private static List<AttachmentRef> files(@Nullable String column) {
        return column == null
                ? List.of()
                : Arrays.stream(column.split(BETWEEN_FILES))
                        .map(AttachmentRef::of)
                        .toList();
    }
}
