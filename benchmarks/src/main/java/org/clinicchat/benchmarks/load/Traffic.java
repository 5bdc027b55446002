package org.clinicchat.benchmarks.load;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Which messages are sent. Practitioners and patients write in turn, by chance; every message has an id of its own. */
final class Traffic implements Supplier<Sending> {

    private static final String TEXT =
            "Good morning, doctor. The fever is down since yesterday evening, may I go out again?";
    private static final AtomicLong CLIENT_IDS = new AtomicLong();

    private final Population population;
    private final int conversations;
    private final int percentNew;
    private final AtomicInteger newcomers;

    private Traffic(Population population, int conversations, int percentNew, AtomicInteger newcomers) {
        this.population = population;
        this.conversations = conversations;
        this.percentNew = percentNew;
        this.newcomers = newcomers;
    }

    /** Messages to any of the first so many conversations. */
    static Traffic among(Population population, int conversations) {
        return new Traffic(population, conversations, 0, new AtomicInteger());
    }

    /**
     * Messages to any conversation, a part of them first messages of patients who had none.
     *
     * @param newcomers the next patient who has none, in the way's own database
     */
    static Traffic withNewcomers(Population population, int percentNew, AtomicInteger newcomers) {
        return new Traffic(population, population.conversations(), percentNew, newcomers);
    }

    /** The message of this number, where each side of each conversation writes once. */
    static Sending nth(Population population, int number) {
        Sending.Place place = population.conversation(number / 2);
        return new Sending(place, number % 2 == 0, "c" + CLIENT_IDS.incrementAndGet(), TEXT);
    }

    @Override
    public Sending get() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String clientId = "c" + CLIENT_IDS.incrementAndGet();
        if (percentNew > 0 && random.nextInt(100) < percentNew) {
            return new Sending(population.newcomer(next()), true, clientId, TEXT);
        }
        Sending.Place place = population.conversation(random.nextInt(conversations));
        return new Sending(place, random.nextBoolean(), clientId, TEXT);
    }

    private int next() {
        int next = newcomers.getAndIncrement();
        if (next >= population.newcomers()) {
            throw new IllegalStateException("All newcomers have written. Give --newcomers more, or measure shorter.");
        }
        return next;
    }
}
