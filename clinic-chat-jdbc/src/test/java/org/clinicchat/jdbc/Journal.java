package org.clinicchat.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clinicchat.Clinic;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;

/** What was meant, what was acknowledged and what was refused, kept where no crash reaches it. */
final class Journal implements Witness {

    private static final long MOST_SECONDS = 120;
    private static final String MEANT = "meant";
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    private final Set<Letter> open = ConcurrentHashMap.newKeySet();
    private final Map<Letter, Receipt> accepted = new ConcurrentHashMap<>();
    private final Set<Letter> refused = ConcurrentHashMap.newKeySet();
    private final Semaphore acknowledgements = new Semaphore(0);

    @Override
    public void meant(Letter letter) {
        open.add(letter);
    }

    @Override
    public void answered(Letter letter, Outcome<Receipt> outcome) {
        open.remove(letter);
        if (outcome.isAccepted()) {
            accepted.put(letter, outcome.orThrow());
            acknowledgements.release();
        } else {
            refused.add(letter);
        }
    }

    /** Waits until so many more are accepted. */
    void awaitMore(int count) throws InterruptedException {
        acknowledgements.drainPermits();
        if (!acknowledgements.tryAcquire(count, MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing is acknowledged any more");
        }
    }

    /** Those of which nobody knows what became. */
    Set<Letter> open() {
        return open;
    }

    Map<Letter, Receipt> accepted() {
        return accepted;
    }

    Set<Letter> refused() {
        return refused;
    }

    /** Sends again whatever was never answered. */
    void settleIn(Clinic clinic) {
        List.copyOf(open).forEach(letter -> answered(letter, letter.sendIn(clinic)));
    }

    /** Notes a line of a witness in another process; one that was cut off by its end tells nothing. */
    void note(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case MEANT -> meant(Letter.read(words));
            case ACCEPTED -> note(Letter.read(words), receipt(words));
            case REFUSED -> {
                open.remove(Letter.read(words));
                refused.add(Letter.read(words));
            }
            default -> throw new IllegalArgumentException("a process said: " + line);
        }
    }

    private void note(Letter letter, Receipt receipt) {
        answered(letter, Outcome.accepted(receipt));
    }

    private static Receipt receipt(String... words) {
        return new Receipt(
                MessageId.of(words[5]),
                ConversationId.of(words[6]),
                MessageSeq.of(Long.parseLong(words[7])),
                Codes.instant(Long.parseLong(words[8])));
    }

    /** The line for {@link #note} that says that this is meant. */
    static String meantLine(Letter letter) {
        return MEANT + " " + letter.line();
    }

    /** The line for {@link #note} with this answer. */
    static String answerLine(Letter letter, Outcome<Receipt> outcome) {
        Optional<Receipt> receipt = outcome.toOptional();
        return receipt.map(given -> ACCEPTED + " " + letter.line() + " " + line(given))
                .orElseGet(() -> REFUSED + " " + letter.line());
    }

    private static String line(Receipt receipt) {
        Instant time = receipt.time();
        return receipt.message().value() + " " + receipt.conversation().value() + " "
                + receipt.seq().value() + " " + Codes.micros(time);
    }
}
