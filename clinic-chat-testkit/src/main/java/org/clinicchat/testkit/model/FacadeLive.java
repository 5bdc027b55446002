package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.clinicchat.ClinicChat;
import org.clinicchat.LiveListener;
import org.clinicchat.Subscription;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;

/**
 * The subscriptions at one node of the chat under test.
 *
 * @param node the node
 * @param subscribe how one subscribes at it
 * @param ears those of all nodes
 */
record FacadeLive(
        ClinicChat node,
        BiFunction<Actor, LiveListener, Outcome<Subscription>> subscribe,
        Map<Integer, FacadeLive.Ear> ears)
        implements LiveCalls {

    private static final long SECONDS_TO_ARRIVE = 5;

    /** One subscription, and what it was told that was not asked for yet. */
    record Ear(Subscription subscription, BlockingQueue<News> news) {}

    /** Ears for all nodes to share: a subscription is closed at any of them. */
    static Map<Integer, Ear> noEars() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Outcome<Allowed> subscribe(int number, Actor actor) {
        BlockingQueue<News> news = new LinkedBlockingQueue<>();
        return subscribe
                .apply(actor, (conversation, event) -> news.add(new News(conversation, event)))
                .map(subscription -> {
                    ears.put(number, new Ear(subscription, news));
                    return Allowed.YES;
                });
    }

    @Override
    public void close(int number) {
        Optional.ofNullable(ears.get(number))
                .ifPresent(ear -> ear.subscription().close());
    }

    @Override
    public void sweep() {
        node.sweep();
    }

    @Override
    public List<News> told(int number, int expected) {
        List<News> told = new ArrayList<>();
        Optional.ofNullable(ears.get(number)).ifPresent(ear -> {
            for (int i = 0; i < expected; i++) {
                next(ear.news()).ifPresent(told::add);
            }
            ear.news().drainTo(told);
        });
        return told;
    }

    private static Optional<News> next(BlockingQueue<News> news) {
        try {
            return Optional.ofNullable(news.poll(SECONDS_TO_ARRIVE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
