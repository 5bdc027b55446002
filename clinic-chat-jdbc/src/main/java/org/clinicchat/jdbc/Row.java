package org.clinicchat.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clinicchat.message.Authorship;
import org.clinicchat.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** Reads a row's columns one after another, in the order in which the statement names them. */
final class Row {

    private final ResultSet row;
    private int column;

    Row(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        column++;
        return row.getString(column);
    }

    @Nullable
    String textOrNull() throws SQLException {
        column++;
        return row.getString(column);
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(textOrNull());
    }

    long number() throws SQLException {
        column++;
        return row.getLong(column);
    }

    Optional<Long> optionalNumber() throws SQLException {
        long number = number();
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    long numberOr(long none) throws SQLException {
        long number = number();
        return row.wasNull() ? none : number;
    }

    int small() throws SQLException {
        column++;
        return row.getInt(column);
    }

    boolean flag() throws SQLException {
        column++;
        return row.getBoolean(column);
    }

    Instant time() throws SQLException {
        return Codes.instant(number());
    }

    Optional<Instant> optionalTime() throws SQLException {
        long micros = number();
        return row.wasNull() ? Optional.empty() : Optional.of(Codes.instant(micros));
    }

    Optional<PersonRef> optionalPerson() throws SQLException {
        return Codes.optionalPerson(textOrNull());
    }

    /** Who, and on behalf of whom: two columns; empty if there is nobody. */
    Optional<Authorship> optionalAuthorship() throws SQLException {
        Optional<PersonRef> author = optionalPerson();
        Optional<PersonRef> onBehalfOf = optionalPerson();
        return author.map(person -> new Authorship(person, onBehalfOf));
    }

    /** How many columns have been read. */
    int column() {
        return column;
    }

    Row skip(int columns) {
        column += columns;
        return this;
    }
}
