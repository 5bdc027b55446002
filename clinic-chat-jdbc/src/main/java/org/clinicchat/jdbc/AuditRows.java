package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.WorkGroupId;
import org.jspecify.annotations.Nullable;

/**
 * Adds records to the audit. The row of the clinic's last number is the last thing that a transaction locks: so records stand
 * in the order of the commits and without gaps, and transactions wait for each other here for no longer than a commit.
 */
final class AuditRows {

    /** The columns of a record. */
    static final String COLUMN_NAMES = "clinic, number, action, actor, on_behalf_of, refusal, conversation, work_group,"
            + " about, recorded_time, times, refused_key";

    private static final String INSERT = "INSERT INTO {audit} (" + COLUMN_NAMES + ") VALUES ";
    private static final int COLUMNS = 12;
    private static final long MICROS_PER_MINUTE = 60_000_000;

    private final Wired wired;

    AuditRows(Wired wired) {
        this.wired = wired;
    }

    /** Adds some records, as the last statements of a transaction; for none it costs nothing. */
    void write(Connection connection, List<AuditRecord> records) throws SQLException {
        for (List<AuditRecord> ofOneClinic : byClinic(records)) {
            add(connection, ofOneClinic, null);
        }
    }

    /** Counts a refusal in the record of an equal one of its minute, if there is one. */
    boolean count(Connection connection, AuditRecord refusal) throws SQLException {
        String again = wired.sql("UPDATE {audit} SET times = times + 1 WHERE clinic = ? AND refused_key = ?");
        return Sql.of(again, refusal.clinic().value(), refusedKey(refusal)).update(connection) == 1;
    }

    /** Adds the first refusal of its minute. */
    void addRefusal(Connection connection, AuditRecord refusal) throws SQLException {
        add(connection, List.of(refusal), refusedKey(refusal));
    }

    /** Keeps everybody else from adding to the clinic's audit until the transaction ends. */
    void lock(Connection connection, ClinicId clinic) throws SQLException {
        take(connection, clinic, 0);
    }

    private void add(Connection connection, List<AuditRecord> records, @Nullable String refusedKey)
            throws SQLException {
        long number = take(connection, records.get(0).clinic(), records.size()) - records.size();
        List<@Nullable Object> arguments = new ArrayList<>(COLUMNS * records.size());
        for (AuditRecord record : records) {
            number++;
            List<@Nullable Object> row = arguments(record, refusedKey);
            row.add(1, number);
            arguments.addAll(row);
        }
        new Sql(wired.sql(INSERT + Sql.rows(records.size(), COLUMNS)), arguments).update(connection);
    }

    /** Takes some numbers, and returns the last of them. */
    private long take(Connection connection, ClinicId clinic, int numbers) throws SQLException {
        return Sql.of(wired.sql(wired.dialect().auditNumbers()), clinic.value(), (long) numbers)
                .one(connection, row -> row.getLong(1))
                .orElseThrow();
    }

    /** In the order of their clinics, so that two batches never wait for each other. */
    private static Iterable<List<AuditRecord>> byClinic(List<AuditRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Map<String, List<AuditRecord>> byClinic = new TreeMap<>();
        records.forEach(record -> byClinic.computeIfAbsent(record.clinic().value(), any -> new ArrayList<>())
                .add(record));
        return byClinic.values();
    }

    /** A record's columns, in the order of the table, but for the number, which stands after the first. */
    static List<@Nullable Object> withoutNumber(AuditRecord record) {
        return arguments(record, null);
    }

    private static List<@Nullable Object> arguments(AuditRecord record, @Nullable String refusedKey) {
        List<@Nullable Object> row = new ArrayList<>(COLUMNS);
        row.add(record.clinic().value());
        row.add(record.action().name());
        row.add(Codes.person(record.actor().author()));
        row.add(Codes.person(record.actor().onBehalfOf()));
        row.add(refusalCode(record));
        row.add(conversation(record));
        row.add(record.group().map(WorkGroupId::value).orElse(null));
        row.add(Json.strings(record.about().stream().map(Codes::person).toList()));
        row.add(Codes.micros(record.time()));
        row.add(record.count());
        row.add(refusedKey);
        return row;
    }

    private static @Nullable String refusalCode(AuditRecord record) {
        return record.refusal().map(Enum::name).orElse(null);
    }

    private static @Nullable String conversation(AuditRecord record) {
        return record.conversation().map(ConversationId::value).orElse(null);
    }

    /** What makes two refusals equal; none of the parts has a bar in it. */
    private static String refusedKey(AuditRecord refusal) {
        long minute = Math.floorDiv(Codes.micros(refusal.time()), MICROS_PER_MINUTE);
        return String.join(
                "|",
                Codes.person(refusal.actor().author()),
                refusal.actor().onBehalfOf().map(Codes::person).orElse(""),
                Optional.ofNullable(refusalCode(refusal)).orElse(""),
                Optional.ofNullable(conversation(refusal)).orElse(""),
                Long.toString(minute));
    }
}
