package org.clinicchat.session.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionSide;

/**
 * The messages of one session. Immutable; but a log and the longer ones that came of it share one array, so that a message costs
 * the same whether it is the first or the five hundredth. The first log to grow takes the free place; any other copies. Nothing
 * else holds a text: with the last log of a session its texts are gone.
 */
final class MessageLog {

    static final MessageLog EMPTY = new MessageLog(new Places(0), 0, 0, 0);

    private final Places places;
    private final int size;
    private final int ofPatient;
    private final long bytes;

    private MessageLog(Places places, int size, int ofPatient, long bytes) {
        this.places = places;
        this.size = size;
        this.ofPatient = ofPatient;
        this.bytes = bytes;
    }

    MessageLog with(SessionSide from, SessionDraft draft, Instant at) {
        Entry entry = new Entry(draft.clientId().value(), draft.text(), micros(at), from);
        int patients = from == SessionSide.PATIENT ? ofPatient + 1 : ofPatient;
        return new MessageLog(places.append(size, entry), size + 1, patients, bytes + Weight.of(draft));
    }

    int size() {
        return size;
    }

    /** How many of the messages are the patient's. */
    int ofPatient() {
        return ofPatient;
    }

    long bytes() {
        return bytes;
    }

    /** When a message would be dated: now, but never before the last one. */
    Instant dated(Instant now) {
        long last = size == 0 ? Long.MIN_VALUE : places.entries[size - 1].at;
        return instant(Math.max(last, micros(now)));
    }

    /** The place of the message of this author with this id, if it is there. */
    Optional<Integer> numberOf(SessionSide from, ClientMessageId id) {
        int key = id.value().hashCode();
        for (int i = 0; i < size; i++) {
            if (places.keys[i] == key && places.entries[i].isOf(from, id)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    SessionMessage message(int number) {
        Entry entry = places.entries[number - 1];
        return new SessionMessage(number, entry.from, entry.text, instant(entry.at));
    }

    List<SessionMessage> messages() {
        List<SessionMessage> all = new ArrayList<>(size);
        for (int number = 1; number <= size; number++) {
            all.add(message(number));
        }
        return all;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** One message, in as few bytes as it takes. */
    private static final class Entry {
        private final String id;
        private final String text;
        private final long at;
        private final SessionSide from;

        Entry(String id, String text, long at, SessionSide from) {
            this.id = id;
            this.text = text;
            this.at = at;
            this.from = from;
        }

        boolean isOf(SessionSide author, ClientMessageId wanted) {
            return from == author && id.equals(wanted.value());
        }
    }

    /** What several logs share. The keys lie side by side, so that looking for a replay reads little memory. */
    private static final class Places {
        private static final int FEWEST = 4;

        private final Entry[] entries;
        private final int[] keys;
        private int used;

        Places(int capacity) {
            this(new Entry[capacity], new int[capacity], 0);
        }

        private Places(Entry[] entries, int[] keys, int used) {
            this.entries = entries;
            this.keys = keys;
            this.used = used;
        }

        synchronized Places append(int size, Entry entry) {
            boolean isFree = used == size && size < entries.length;
            Places to = isFree ? this : copy(size);
            to.entries[size] = entry;
            to.keys[size] = entry.id.hashCode();
            to.used = size + 1;
            return to;
        }

        private Places copy(int size) {
            int capacity = Math.max(FEWEST, size + (size >> 1) + 1);
            Entry[] copied = Arrays.copyOf(Arrays.copyOf(entries, size), capacity);
            return new Places(copied, Arrays.copyOf(Arrays.copyOf(keys, size), capacity), size);
        }
    }
}
