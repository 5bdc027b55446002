package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.Practice;

/** Asks all that a decision on a conversation asks for, in one statement and so as it is at one moment. */
final class CareFactsQuery {

    private static final String PRIOR =
            " FROM {message} m JOIN {conversation} w ON w.clinic = m.clinic AND w.id = m.conversation"
                    + MessageRow.WITH_RETRACTION;

    private final String facts;
    private final String prior;

    CareFactsQuery(Wired wired) {
        facts = wired.sql("SELECT p.version, p.settings,"
                + " EXISTS (SELECT 1 FROM {patient} t WHERE t.clinic = ? AND t.patient = ?),"
                + " EXISTS (SELECT 1 FROM {contact_permission} t"
                + " WHERE t.clinic = ? AND t.practitioner = ? AND t.patient = ?),"
                + " EXISTS (SELECT 1 FROM {work_group_member} a JOIN {work_group_member} b ON b.clinic = a.clinic"
                + " AND b.work_group = a.work_group WHERE a.clinic = ? AND a.practitioner = ? AND b.practitioner = ?),"
                + " EXISTS (SELECT 1 FROM {person_link} t WHERE t.clinic = ? AND t.practitioner = ? AND t.patient = ?), "
                + HeadRow.COLUMNS + ", " + delivered("d.reply_digest = p.reply_digest") + ", "
                + delivered("d.reply_activation = p.reply_activation") + ", " + delivered("TRUE")
                + ", w.practitioner, w.patient, " + MessageRow.COLUMNS
                + " FROM (SELECT 1 AS one) k LEFT JOIN {practice} p ON p.clinic = ? AND p.practitioner = ?"
                + " LEFT JOIN {conversation} c ON c.clinic = ? AND c.practitioner = ? AND c.patient = ?"
                + " LEFT JOIN {message} m ON m.clinic = ? AND m.author = ? AND m.client_id = ?"
                + " LEFT JOIN {conversation} w ON w.clinic = m.clinic AND w.id = m.conversation"
                + MessageRow.WITH_RETRACTION);
        prior = wired.sql("SELECT w.practitioner, w.patient, " + MessageRow.COLUMNS + PRIOR
                + " WHERE m.clinic = ? AND m.author = ? AND m.client_id = ?");
    }

    /** Whether an automatic reply was delivered in the practice's present round, and under this condition. */
    private static String delivered(String condition) {
        return "EXISTS (SELECT 1 FROM {auto_reply_delivery} d WHERE d.clinic = c.clinic AND d.conversation = c.id"
                + " AND d.reply_round = p.reply_round AND " + condition + ")";
    }

    StoredCare ask(Connection connection, CareQuestion question) throws SQLException {
        ConversationKey key = question.key();
        String clinic = key.clinic().value();
        String owner = key.practitioner().value();
        String patient = key.patient().value();
        PersonRef self = question.actor().self();
        // Nobody has the empty id: what is asked of colleagues is then answered with no.
        String colleague = self.practitioner().map(PractitionerId::value).orElse("");
        String other = colleague.equals(owner) ? "" : owner;
        return Sql.of(
                        facts,
                        clinic,
                        patient,
                        clinic,
                        owner,
                        patient,
                        clinic,
                        colleague,
                        other,
                        clinic,
                        colleague,
                        patient,
                        clinic,
                        owner,
                        clinic,
                        owner,
                        patient,
                        clinic,
                        Codes.person(self),
                        question.clientId().map(ClientMessageId::value).orElse(""))
                .one(connection, row -> stored(new Row(row), key))
                .orElseThrow();
    }

    private static StoredCare stored(Row row, ConversationKey key) throws SQLException {
        Optional<Practice> practice = practice(row, key.practitioner());
        boolean patientKnown = row.flag();
        boolean permitted = row.flag();
        boolean sharesWorkGroup = row.flag();
        boolean linked = row.flag();
        Optional<ConversationHead> head = HeadRow.read(row, key);
        AutoReplyLedger ledger = new AutoReplyLedger(row.flag(), row.flag(), row.flag());
        return new StoredCare(
                practice,
                patientKnown,
                permitted,
                sharesWorkGroup,
                linked,
                head.map(there -> new CareState(there, ledger)),
                prior(row, key.clinic()));
    }

    private static Optional<Practice> practice(Row row, PractitionerId owner) throws SQLException {
        long version = row.number();
        String settings = row.textOrNull();
        return Optional.ofNullable(settings).map(json -> PracticeJson.read(json, owner, version));
    }

    private static Optional<PriorSend> prior(Row row, ClinicId clinic) throws SQLException {
        Optional<String> practitioner = row.optionalText();
        Optional<String> patient = row.optionalText();
        Optional<Message> message = MessageRow.read(row);
        return message.map(there -> new PriorSend(
                new ConversationKey(
                        clinic, PractitionerId.of(practitioner.orElseThrow()), PatientId.of(patient.orElseThrow())),
                there));
    }

    /** What an author has sent under an id. */
    Optional<PriorSend> prior(Connection connection, ClinicId clinic, PersonRef author, ClientMessageId id)
            throws SQLException {
        return Sql.of(prior, clinic.value(), Codes.person(author), id.value())
                .one(connection, (ResultSet row) -> prior(new Row(row), clinic))
                .flatMap(found -> found);
    }
}
