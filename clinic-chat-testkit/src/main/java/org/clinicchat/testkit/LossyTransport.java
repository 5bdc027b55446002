package org.clinicchat.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;

/**
 * A transport that loses, doubles and reorders what another one would carry, as a given decision says: everything that a
 * transport may do (LIVE-2). Safe for any number of threads.
 */
public final class LossyTransport implements Transport {

    /** What becomes of one hint. */
    public enum Fate {
        /** It is carried. */
        CARRIED,
        /** It is lost. */
        LOST,
        /** It is carried twice. */
        DOUBLED,
        /** It is carried after the next one that is carried, or when it is let go. */
        HELD
    }

    private final Transport carrier;
    private final Function<ConversationPosition, Fate> decision;
    private final List<ConversationPosition> held = new ArrayList<>();

    private LossyTransport(Transport carrier, Function<ConversationPosition, Fate> decision) {
        this.carrier = Objects.requireNonNull(carrier, "carrier");
        this.decision = Objects.requireNonNull(decision, "decision");
    }

    /**
     * Does to each hint what the decision says.
     *
     * @param carrier carries what is carried
     * @param decision what becomes of a hint; asked once for each, by one thread at a time
     * @return the transport
     */
    public static LossyTransport over(Transport carrier, Function<ConversationPosition, Fate> decision) {
        return new LossyTransport(carrier, decision);
    }

    /**
     * Does to each hint any of the four, by chance: the same for the same seed and the same order of hints.
     *
     * @param carrier carries what is carried
     * @param seed the chance
     * @return the transport
     */
    public static LossyTransport seeded(Transport carrier, long seed) {
        Random random = new Random(seed);
        Fate[] fates = Fate.values();
        return new LossyTransport(carrier, position -> fates[random.nextInt(fates.length)]);
    }

    @Override
    public void publish(ConversationPosition position) {
        due(position).forEach(carrier::publish);
    }

    @Override
    public Listening listen(Consumer<ConversationPosition> listener) {
        return carrier.listen(listener);
    }

    /** Carries what is held. */
    public void letGo() {
        taken().forEach(carrier::publish);
    }

    private synchronized List<ConversationPosition> due(ConversationPosition position) {
        List<ConversationPosition> due = new ArrayList<>();
        switch (decision.apply(position)) {
            case CARRIED -> due.add(position);
            case LOST -> {}
            case DOUBLED -> due.addAll(List.of(position, position));
            case HELD -> held.add(position);
        }
        if (!due.isEmpty()) {
            due.addAll(taken());
        }
        return due;
    }

    private synchronized List<ConversationPosition> taken() {
        List<ConversationPosition> all = List.copyOf(held);
        held.clear();
        return all;
    }
}
