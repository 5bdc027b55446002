package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.StorageFault;

/**
 * A clinic at work over the façade, on some nodes: several threads, each with its own chance, in which patients,
 * practitioners and substitutes write, read, mark, retract, switch off and on, and change the automatic reply. What fails is
 * done again until it is answered.
 */
final class MixedLoad {

    private final List<Clinic> nodes;
    private final Ward ward;
    private final int size;
    private final long seed;
    private final Witness witness;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;
    private volatile Throwable thrown;

    MixedLoad(List<Clinic> nodes, Ward ward, int size, long seed, Witness witness) {
        this.nodes = nodes;
        this.ward = ward;
        this.size = size;
        this.seed = seed;
        this.witness = witness;
    }

    void begin() {
        IntStream.range(0, size).forEach(number -> {
            Thread thread = new Thread(() -> work(new Somebody(number)), "load-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        });
    }

    /** Ends it when everything begun is answered; fails if a thread threw. */
    void end() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
        if (thrown != null) {
            throw new AssertionError("the load threw", thrown);
        }
    }

    private void work(Somebody somebody) {
        try {
            while (!ended) {
                somebody.act();
            }
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
    }

    /** One thread's chance, and what it has sent. */
    private final class Somebody {

        private static final int MOST_REMEMBERED = 20;

        private final int number;
        private final Clinic clinic;
        private final Random random;
        private final List<Letter> letters = new ArrayList<>();
        private final List<MessageId> sent = new ArrayList<>();
        private long count;

        Somebody(int number) {
            this.number = number;
            clinic = nodes.get(number % nodes.size());
            random = new Random(seed * size + number);
        }

        void act() {
            int chance = random.nextInt(100);
            if (chance < 45) {
                patientWrites();
            } else if (chance < 70) {
                practiceWrites();
            } else if (chance < 85) {
                reads();
            } else if (chance < 90) {
                retracts();
            } else if (chance < 98) {
                switches(chance < 92);
            } else {
                settles(() -> clinic.practitioner(ward.practitioner(random))
                        .settings()
                        .activateAutoReply(Ward.reply(random)));
            }
        }

        private void patientWrites() {
            PatientId patient = ward.patient(random);
            sends(new Letter(PersonRef.of(patient), ward.practitioner(random), patient, nextId()));
        }

        /** The owner or a substitute. */
        private void practiceWrites() {
            PractitionerId owner = ward.practitioner(random);
            PractitionerId author = random.nextInt(3) == 0 ? ward.practitioner(random) : owner;
            sends(new Letter(PersonRef.of(author), owner, ward.patient(random), nextId()));
        }

        private ClientMessageId nextId() {
            count++;
            return ClientMessageId.of("c-" + seed + "-" + number + "-" + count);
        }

        private void sends(Letter letter) {
            witness.meant(letter);
            Outcome<Receipt> outcome = settles(() -> letter.sendIn(clinic));
            witness.answered(letter, outcome);
            outcome.toOptional().ifPresent(receipt -> remember(letter, receipt));
        }

        private void remember(Letter letter, Receipt receipt) {
            letters.add(letter);
            sent.add(receipt.message());
            if (sent.size() > MOST_REMEMBERED) {
                letters.remove(0);
                sent.remove(0);
            }
        }

        private void reads() {
            Conversation talk = random.nextBoolean() ? patients() : owners();
            switch (random.nextInt(3)) {
                case 0 -> settles(() -> talk.open(5));
                case 1 -> settles(talk::markUnread);
                default -> settles(() -> talk.open(50));
            }
        }

        private void retracts() {
            if (!sent.isEmpty()) {
                int which = random.nextInt(sent.size());
                settles(() -> letters.get(which).conversation(clinic).retract(sent.get(which)));
            }
        }

        private void switches(boolean off) {
            PracticeConversation talk = owners();
            settles(off ? talk::disable : talk::enable);
        }

        private Conversation patients() {
            return clinic.patient(ward.patient(random)).conversationWith(ward.practitioner(random));
        }

        private PracticeConversation owners() {
            return clinic.practitioner(ward.practitioner(random)).conversationWith(ward.patient(random));
        }

        private <T> T settles(Supplier<T> call) {
            while (true) {
                try {
                    return call.get();
                } catch (StorageFault e) {
                    // Whether it is known to be undone or not: the same again settles it (CARE-8).
                    Thread.onSpinWait();
                }
            }
        }
    }
}
