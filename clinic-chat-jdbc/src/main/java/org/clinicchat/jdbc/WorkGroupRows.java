package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** Work groups and who is in them. Every change moves the practices of all who were or are in the group. */
final class WorkGroupRows {

    private final Wired wired;
    private final PracticeMoves moves;

    WorkGroupRows(Wired wired) {
        this.wired = wired;
        moves = new PracticeMoves(wired);
    }

    /** Puts a group in place of the one before; returns whether that changed anything. */
    boolean put(Connection connection, ClinicId clinic, WorkGroup group) throws SQLException {
        Optional<Set<String>> before = members(connection, clinic, group.id());
        Set<String> next = group.members().stream().map(PractitionerId::value).collect(Collectors.toSet());
        if (before.equals(Optional.of(next))) {
            return false;
        }
        Set<String> old = before.orElse(Set.of());
        moves.move(connection, clinic, union(old, next));
        if (before.isEmpty()) {
            update(connection, "INSERT INTO {work_group} (clinic, work_group) VALUES (?, ?)", clinic, group.id());
        }
        leave(connection, clinic, group.id(), without(old, next));
        join(connection, clinic, group.id(), without(next, old));
        return true;
    }

    /** Removes a group; returns whether there was one. */
    boolean remove(Connection connection, ClinicId clinic, WorkGroupId group) throws SQLException {
        Optional<Set<String>> before = members(connection, clinic, group);
        if (before.isEmpty()) {
            return false;
        }
        moves.move(connection, clinic, before.get());
        update(connection, "DELETE FROM {work_group_member} WHERE clinic = ? AND work_group = ?", clinic, group);
        update(connection, "DELETE FROM {work_group} WHERE clinic = ? AND work_group = ?", clinic, group);
        return true;
    }

    /** A practitioner and all who share a work group with him. */
    Set<String> withColleagues(Connection connection, ClinicId clinic, PractitionerId practitioner)
            throws SQLException {
        String colleagues = wired.sql("SELECT DISTINCT b.practitioner FROM {work_group_member} a"
                + " JOIN {work_group_member} b ON b.clinic = a.clinic AND b.work_group = a.work_group"
                + " WHERE a.clinic = ? AND a.practitioner = ?");
        Set<String> all = new HashSet<>(
                Sql.of(colleagues, clinic.value(), practitioner.value()).all(connection, row -> row.getString(1)));
        all.add(practitioner.value());
        return all;
    }

    /** Who is in a group; empty if there is no such group. */
    private Optional<Set<String>> members(Connection connection, ClinicId clinic, WorkGroupId group)
            throws SQLException {
        String members = wired.sql("SELECT m.practitioner FROM {work_group} g LEFT JOIN {work_group_member} m"
                + " ON m.clinic = g.clinic AND m.work_group = g.work_group WHERE g.clinic = ? AND g.work_group = ?");
        List<Optional<String>> rows = Sql.of(members, clinic.value(), group.value())
                .all(connection, row -> Optional.ofNullable(row.getString(1)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    private void leave(Connection connection, ClinicId clinic, WorkGroupId group, Collection<String> leaving)
            throws SQLException {
        if (!leaving.isEmpty()) {
            String delete = "DELETE FROM {work_group_member} WHERE clinic = ? AND work_group = ? AND practitioner IN "
                    + Sql.marks(leaving.size());
            Sql.of(wired.sql(delete), clinic.value(), group.value())
                    .with(leaving.toArray())
                    .update(connection);
        }
    }

    private void join(Connection connection, ClinicId clinic, WorkGroupId group, Collection<String> joining)
            throws SQLException {
        if (!joining.isEmpty()) {
            String insert = "INSERT INTO {work_group_member} (clinic, work_group, practitioner) VALUES "
                    + Sql.rows(joining.size(), 3);
            Sql.of(
                            wired.sql(insert),
                            joining.stream()
                                    .flatMap(member -> Stream.of(clinic.value(), group.value(), member))
                                    .toArray())
                    .update(connection);
        }
    }

    private void update(Connection connection, String statement, ClinicId clinic, WorkGroupId group)
            throws SQLException {
        Sql.of(wired.sql(statement), clinic.value(), group.value()).update(connection);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
