package org.clinicchat.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Fingerprint;
import org.clinicchat.outcome.Enforces;

/**
 * A row's place in a list: newest message first, then by the id's characters, ascending (INBOX-1). Its natural order is the
 * list's.
 *
 * @param lastTime the last message's time, in microseconds
 * @param id the conversation
 */
@Enforces({"INBOX-1", "INBOX-5"})
public record ListPosition(Instant lastTime, ConversationId id) implements Comparable<ListPosition> {

    private static final int LONGEST_CURSOR = 120;

    /** Checks that nothing is null. */
    public ListPosition {
        Objects.requireNonNull(lastTime, "lastTime");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(ListPosition other) {
        int newestFirst = other.lastTime.compareTo(lastTime);
        return newestFirst != 0 ? newestFirst : id.value().compareTo(other.id.value());
    }

    /**
     * The cursor that stands for this place.
     *
     * @param question what was asked, part by part: the cursor is good for the same question alone
     * @return the cursor
     */
    public PageCursor cursor(String... question) {
        // The difference to the epoch in microseconds would be taken in nanoseconds, which end in 2262.
        long micros =
                Math.addExact(Math.multiplyExact(lastTime.getEpochSecond(), 1_000_000L), lastTime.getNano() / 1_000);
        String place = Long.toString(micros, Character.MAX_RADIX) + "." + id.value();
        return new PageCursor(place + "." + fingerprint(place, question));
    }

    /**
     * The place for which a cursor stands.
     *
     * @param cursor what came back
     * @param question what is asked now
     * @return the place, or empty if the cursor was not made for this question
     */
    public static Optional<ListPosition> of(PageCursor cursor, String... question) {
        if (cursor.value().length() > LONGEST_CURSOR) {
            return Optional.empty();
        }
        String[] parts = cursor.value().split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(fingerprint(parts[0] + "." + parts[1], question))) {
            return Optional.empty();
        }
        ConversationId id = ConversationId.of(parts[1]);
        return id.isWellFormed() ? time(parts[0]).map(time -> new ListPosition(time, id)) : Optional.empty();
    }

    private static String fingerprint(String place, String... question) {
        return Fingerprint.of(place, Fingerprint.of(question));
    }

    private static Optional<Instant> time(String micros) {
        try {
            return Optional.of(Instant.EPOCH.plus(Long.parseLong(micros, Character.MAX_RADIX), ChronoUnit.MICROS));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
