package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.conversation.Tally;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.PersonRef;

/** The head of a conversation as it stands in its row. */
final class HeadRow {

    /** What is read, of the table under the name c. */
    static final String COLUMNS = "c.id, c.revision, c.last_seq, c.last_time, c.practice_count, c.patient_count,"
            + " c.disabled, c.switched_time, c.switched_by, c.switched_reason,"
            + " c.preview_author, c.preview_on_behalf_of, c.preview_kind, c.preview_text, c.preview_files,"
            + " c.awaiting_since";

    private static final int COLUMNS_AFTER_ID = 15;

    private HeadRow() {}

    /** The head; empty if the row has no conversation. */
    static Optional<ConversationHead> read(Row row, ConversationKey key) throws SQLException {
        String id = row.textOrNull();
        if (id == null) {
            row.skip(COLUMNS_AFTER_ID);
            return Optional.empty();
        }
        return Optional.of(new ConversationHead(
                ConversationId.of(id),
                key,
                row.number(),
                row.number(),
                row.time(),
                new Tally(row.number(), row.number()),
                availability(row),
                preview(row),
                row.optionalTime()));
    }

    private static AvailabilityState availability(Row row) throws SQLException {
        Availability availability = row.flag() ? Availability.DISABLED : Availability.ENABLED;
        Instant since = row.time();
        Optional<PersonRef> by = row.optionalPerson();
        return new AvailabilityState(availability, since, by, row.optionalText());
    }

    private static Optional<Preview> preview(Row row) throws SQLException {
        Optional<Authorship> authorship = row.optionalAuthorship();
        if (authorship.isEmpty()) {
            row.skip(3);
            return Optional.empty();
        }
        return Optional.of(new Preview(authorship.get(), Codes.kind(row.small()), row.text(), row.small()));
    }
}
