package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.PatientListed;
import org.clinicchat.service.Practice;

/** The lists of conversations in the database. */
final class Inboxes implements InboxStore {

    private static final String POSITIONS =
            "SELECT practitioner, patient, revision FROM {conversation} WHERE clinic = ?";

    private final Connections transactions;
    private final ListSql lists;
    private final AuditRows audits;
    private final String ofPractitioner;
    private final String ofPatient;

    Inboxes(Wired wired) {
        transactions = wired.transactions();
        lists = new ListSql(wired);
        audits = new AuditRows(wired);
        ofPractitioner = wired.sql(POSITIONS + " AND practitioner = ?");
        ofPatient = wired.sql(POSITIONS + " AND patient = ?");
    }

    @Override
    public Answer<ListSlice<InboxRow>> page(InboxAccess access, InboxScan scan) {
        return reading(access, connection -> page(connection, access, scan));
    }

    @Override
    public Answer<InboxTotals> totals(InboxAccess access) {
        return reading(
                access,
                connection -> lists.totals(access)
                        .one(connection, found -> {
                            Row row = new Row(found);
                            Optional<Long> version = row.optionalNumber();
                            InboxTotals totals = new InboxTotals(row.number(), row.number());
                            return Optional.of(totals).filter(any -> isPresent(version, access));
                        })
                        .orElseThrow());
    }

    @Override
    public ListSlice<PatientListed> patientPage(
            ClinicId clinic, PatientId patient, boolean permittedOnly, Optional<ListPosition> after, int limit) {
        Sql rows = lists.patientPage(clinic, patient, permittedOnly, after, limit);
        return transactions.read(connection ->
                slice(rows.all(connection, row -> ofPatient(new Row(row), clinic, patient)), limit));
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PractitionerId owner) {
        return positions(ofPractitioner, clinic, owner.value());
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PatientId patient) {
        return positions(ofPatient, clinic, patient.value());
    }

    private List<ConversationPosition> positions(String statement, ClinicId clinic, String whose) {
        Sql positions = Sql.of(statement, clinic.value(), whose);
        return transactions.read(connection -> positions.all(connection, found -> {
            Row row = new Row(found);
            return new ConversationPosition(
                    new ConversationKey(clinic, PractitionerId.of(row.text()), PatientId.of(row.text())), row.number());
        }));
    }

    /** Reads what is empty under another version of the practice; what is recorded is written with it. */
    private <T> Answer<T> reading(InboxAccess access, Transactions.Work<Optional<T>> reading) {
        Optional<T> read = access.audit().isEmpty()
                ? transactions.read(reading)
                : transactions.write(connection -> {
                    Optional<T> current = reading.on(connection);
                    if (current.isPresent()) {
                        audits.write(connection, access.audit());
                    }
                    return current;
                });
        return read.map(Answer::current).orElseGet(Answer::stale);
    }

    /**
     * Every row tells the practice's version. Where there is none, the version is asked for afterwards: it only ever rises, so
     * if it is the permission's then, it was when the list was read.
     */
    private Optional<ListSlice<InboxRow>> page(Connection connection, InboxAccess access, InboxScan scan)
            throws SQLException {
        List<Listed<InboxRow>> rows =
                lists.page(access, scan).all(connection, row -> ofPractitioner(new Row(row), access));
        Optional<Long> version = rows.isEmpty()
                ? lists.version(access)
                        .one(connection, row -> new Row(row).optionalNumber())
                        .orElseThrow()
                : rows.get(0).practiceVersion();
        return Optional.of(slice(rows, scan.limit())).filter(any -> isPresent(version, access));
    }

    private static boolean isPresent(Optional<Long> version, InboxAccess access) {
        return version.equals(Optional.of(access.practiceVersion()));
    }

    private static Listed<InboxRow> ofPractitioner(Row row, InboxAccess access) throws SQLException {
        Optional<Long> version = row.optionalNumber();
        PatientId patient = PatientId.of(row.text());
        ConversationKey key = new ConversationKey(access.clinic(), access.owner(), patient);
        ConversationHead head = HeadRow.read(row, key).orElseThrow();
        PatientProfile profile = PatientRow.read(row, patient)
                .orElseThrow(() -> new IllegalStateException(
                        "The patient of conversation " + head.id() + " has no profile: put it again."));
        InboxRow listed = new InboxRow(
                head.id(),
                profile,
                head.availability(),
                head.tally().patient() - row.number(),
                row.flag(),
                head.lastMessageTime(),
                head.preview(),
                head.awaitingReplySince(),
                MessageSeq.of(head.lastSeq()),
                Revision.of(head.revision()));
        return new Listed<>(listed, head, version);
    }

    private static Listed<PatientListed> ofPatient(Row row, ClinicId clinic, PatientId patient) throws SQLException {
        PractitionerId owner = PractitionerId.of(row.text());
        ConversationHead head =
                HeadRow.read(row, new ConversationKey(clinic, owner, patient)).orElseThrow();
        long version = row.number();
        Practice practice = PracticeJson.read(row.text(), owner, version);
        return new Listed<>(new PatientListed(head, practice, row.number(), row.flag()), head, Optional.of(version));
    }

    /** Of so many rows and perhaps one more, which tells that rows follow. */
    private static <R> ListSlice<R> slice(List<Listed<R>> found, int limit) {
        List<Listed<R>> rows = found.size() > limit ? found.subList(0, limit) : found;
        Optional<ListPosition> last =
                found.size() > limit ? Optional.of(rows.get(limit - 1).position()) : Optional.empty();
        return new ListSlice<>(rows.stream().map(Listed::row).toList(), last);
    }

    /**
     * One row of a list.
     *
     * @param row what is shown
     * @param head where it stands
     * @param practiceVersion the practice's version, if there is a practice
     */
    private record Listed<R>(R row, ConversationHead head, Optional<Long> practiceVersion) {
        ListPosition position() {
            return new ListPosition(head.lastTime(), head.id());
        }
    }
}
