package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;
import org.clinicchat.people.ClinicId;

/** Moves practices to their next versions: something beside their settings changed who reaches their chats (SUB-5). */
final class PracticeMoves {

    private static final String THESE = " WHERE clinic = ? AND practitioner IN ";

    private final Wired wired;

    PracticeMoves(Wired wired) {
        this.wired = wired;
    }

    /** Locked in the order of their ids, so that two who move several never wait for each other. */
    void move(Connection connection, ClinicId clinic, Collection<String> practitioners) throws SQLException {
        if (practitioners.isEmpty()) {
            return;
        }
        Collection<String> inOrder = new TreeSet<>(practitioners);
        String these = THESE + Sql.marks(inOrder.size());
        Sql.of(
                        wired.sql("SELECT practitioner FROM {practice}" + these + " ORDER BY practitioner FOR UPDATE"),
                        clinic.value())
                .with(inOrder.toArray())
                .all(connection, row -> row.getString(1));
        Sql.of(wired.sql("UPDATE {practice} SET version = version + 1" + these), clinic.value())
                .with(inOrder.toArray())
                .update(connection);
    }
}
