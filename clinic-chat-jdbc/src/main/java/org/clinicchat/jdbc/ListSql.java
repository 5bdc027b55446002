package org.clinicchat.jdbc;

import java.util.Optional;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.SearchTerms;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;

/**
 * The questions of the lists. Each is one walk along an index of conversations in which the rows stand in the list's order,
 * and looks at no message: a page costs what its rows cost, however long the list and its conversations are.
 */
final class ListSql {

    private final ListPlace owners;
    private final ListPlace apart;
    private final SearchSql search;
    private final String version;
    private final String conversations;
    private final String patients;
    private final String notHimself;
    private final String permitted;
    private final String ofPatient;
    private final boolean findsByTwoColumns;

    ListSql(Wired wired) {
        owners = ListPlace.owner(wired);
        apart = ListPlace.apart(wired);
        search = new SearchSql(wired);
        findsByTwoColumns = wired.dialect().findsByTwoColumns();
        version = wired.sql("SELECT (SELECT p.version FROM {practice} p WHERE p.clinic = ? AND p.practitioner = ?), ");
        conversations = wired.sql(" FROM {conversation} c");
        patients = wired.sql(wired.dialect().withPatient());
        // Not "NOT EXISTS": the few patients who he is are asked for once, and nothing tempts a planner off the index.
        notHimself = wired.sql(
                " AND c.patient NOT IN (SELECT l.patient FROM {person_link} l WHERE l.clinic = ? AND l.practitioner = ?)");
        permitted = wired.sql(" AND EXISTS (SELECT 1 FROM {contact_permission} k WHERE k.clinic = c.clinic"
                + " AND k.practitioner = c.practitioner AND k.patient = c.patient)");
        ofPatient = wired.sql("SELECT c.practitioner, " + HeadRow.COLUMNS
                + ", p.version, p.settings, c.practice_count - c.patient_settled, c.patient_marked"
                + " FROM {conversation} c JOIN {practice} p ON p.clinic = c.clinic AND p.practitioner = c.practitioner"
                + " WHERE c.clinic = ? AND c.patient = ?");
    }

    /** The practice's version alone. */
    Sql version(InboxAccess access) {
        return Sql.of(version + "1", access.clinic().value(), access.owner().value());
    }

    /**
     * A page of a practitioner's list, with one row more if there is one: version of the practice, patient, head, profile,
     * how many of the patient's messages are settled, mark.
     */
    Sql page(InboxAccess access, InboxScan scan) {
        if (scan.search().isEmpty()) {
            return inOrder(listed(new SqlParts(), conversations, access, scan), scan)
                    .sql();
        }
        SearchTerms terms = scan.search().get();
        return SearchSql.isAny(terms) && SearchSql.isShort(terms)
                ? searched(access, scan, terms)
                : inOrder(TextSearch.add(listed(new SqlParts(), conversations, access, scan), terms), scan)
                        .sql();
    }

    /** Both ways of the search, of which one gives no rows. */
    private Sql searched(InboxAccess access, InboxScan scan, SearchTerms terms) {
        SqlParts parts = new SqlParts();
        search.found(parts, access, terms);
        search.areFew(listed(parts.add("("), search.fromFew(), access, scan));
        inOrder(parts, scan).add(") UNION ALL (");
        search.areMany(listed(parts, conversations, access, scan), terms);
        return inOrder(parts, scan).add(") ORDER BY last_time DESC, id").sql();
    }

    private SqlParts listed(SqlParts parts, String from, InboxAccess access, InboxScan scan) {
        ListPlace place = isOwners(access) ? owners : apart;
        String columns = "c.patient, " + HeadRow.COLUMNS + ", " + PatientRow.COLUMNS + ", " + place.settled() + ", "
                + place.marked();
        selected(parts, access, place, columns, from, patients);
        for (Filter filter : Filter.values()) {
            if (scan.filters().contains(filter)) {
                parts.add(" AND " + condition(filter, place));
            }
        }
        return parts;
    }

    /** Version of the practice, conversations and messages that are unread: what shows as read adds nothing to either. */
    Sql totals(InboxAccess access) {
        ListPlace place = isOwners(access) ? owners : apart;
        String columns = "COUNT(*), COALESCE(SUM(c.patient_count - " + place.settled() + "), 0)";
        return selected(new SqlParts(), access, place, columns, conversations, "")
                .add(" AND " + place.unread())
                .sql();
    }

    /**
     * A page of a patient's list, with one row more if there is one: practitioner, head, version and settings of the
     * practice, how many are unread, mark.
     */
    Sql patientPage(
            ClinicId clinic, PatientId patient, boolean permittedOnly, Optional<ListPosition> after, int limit) {
        SqlParts parts = new SqlParts().add(ofPatient, clinic.value(), patient.value());
        return inOrder(parts.add(permittedOnly ? permitted : ""), "c.patient", after, limit)
                .sql();
    }

    private SqlParts selected(
            SqlParts parts, InboxAccess access, ListPlace place, String columns, String from, String joined) {
        String clinic = access.clinic().value();
        String owner = access.owner().value();
        parts.add(version, clinic, owner).add(columns).add(from);
        place.join().add(parts, access);
        return parts.add(joined)
                .add(" WHERE c.clinic = ? AND c.practitioner = ?", clinic, owner)
                .add(notHimself, clinic, access.actor().value())
                .add(access.permittedOnly() ? permitted : "");
    }

    private static String condition(Filter filter, ListPlace place) {
        return switch (filter) {
            case UNREAD -> place.unread();
            case AWAITING_REPLY -> "c.awaiting_since IS NOT NULL";
            case DISABLED -> "c.disabled = TRUE";
        };
    }

    /**
     * The first two columns of the order are the same in all rows, for databases that know an index by all its columns. The
     * limit stands in the text: see {@link Pages}.
     */
    private SqlParts inOrder(SqlParts parts, String whose, Optional<ListPosition> after, int limit) {
        after.ifPresent(place -> {
            long newestFirst = -Codes.place(place.lastTime());
            parts.add(
                    " AND (c.newest_first, c.id) > (?, ?)",
                    newestFirst,
                    place.id().value());
            if (!findsByTwoColumns) {
                parts.add(" AND c.newest_first >= ?", newestFirst);
            }
        });
        return parts.add(" ORDER BY c.clinic, " + whose + ", c.newest_first, c.id LIMIT " + (limit + 1L));
    }

    private SqlParts inOrder(SqlParts parts, InboxScan scan) {
        return inOrder(parts, "c.practitioner", scan.after(), scan.limit());
    }

    private static boolean isOwners(InboxAccess access) {
        return access.reader().equals(PersonRef.of(access.owner()));
    }
}
