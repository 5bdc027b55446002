package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.conversation.Tally;
import org.clinicchat.message.Message;

/**
 * The messages of one conversation, by their place from 1 on. Kept in chunks of a fixed size, so that adding one never copies
 * those before it. Not safe for several threads: its practice's lock guards it.
 */
final class MessageLog {

    private static final int CHUNK = 128;

    private final List<List<Entry>> chunks = new ArrayList<>(1);
    private long size;

    /** A message, and the tally up to it. */
    record Entry(Message message, Tally tally) {}

    long size() {
        return size;
    }

    void add(Entry entry) {
        int used = (int) (size % CHUNK);
        if (used == 0) {
            chunks.add(new ArrayList<>(size == 0 ? 4 : CHUNK));
        }
        chunks.get(chunks.size() - 1).add(entry);
        size++;
    }

    Entry get(long seq) {
        return chunk(seq).get(index(seq));
    }

    Message message(long seq) {
        return get(seq).message();
    }

    void replace(long seq, Message message) {
        chunk(seq).set(index(seq), new Entry(message, get(seq).tally()));
    }

    /** The tally up to a place; 0 is before the first message. */
    Tally tallyAt(long seq) {
        return seq == 0 ? Tally.ZERO : get(seq).tally();
    }

    /** The messages from one place to another, both included; empty if there are none. */
    List<Message> range(long from, long to) {
        List<Message> messages = new ArrayList<>();
        for (long seq = Math.max(from, 1); seq <= Math.min(to, size); seq++) {
            messages.add(message(seq));
        }
        return messages;
    }

    private List<Entry> chunk(long seq) {
        return chunks.get((int) ((seq - 1) / CHUNK));
    }

    private static int index(long seq) {
        return (int) ((seq - 1) % CHUNK);
    }
}
