package org.clinicchat.inmemory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.desk.Desk;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.desk.DeskFacts;
import org.clinicchat.session.desk.DeskNews;
import org.clinicchat.session.desk.DeskStep;
import org.clinicchat.session.desk.Room;
import org.clinicchat.session.port.NewsListener;
import org.clinicchat.session.port.SessionHome;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the memory of this process, used beside any storage: bounded, and never written down. A desk is one immutable value:
 * what it erases is garbage at once, for nothing else refers to it. Safe for any number of threads.
 */
public final class InMemorySessions implements SessionHome {

    private final Map<DeskKey, Desk> desks = new ConcurrentHashMap<>();
    private final List<NewsListener> listeners = new CopyOnWriteArrayList<>();
    private final Budget budget;

    private InMemorySessions(SessionBounds bounds) {
        this.budget = new Budget(bounds);
    }

    /**
     * An empty home with {@link SessionBounds#defaults()}.
     *
     * @return a new home
     */
    public static InMemorySessions create() {
        return create(SessionBounds.defaults());
    }

    /**
     * An empty home.
     *
     * @param bounds how much it may hold
     * @return a new home
     */
    public static InMemorySessions create(SessionBounds bounds) {
        return new InMemorySessions(Objects.requireNonNull(bounds, "bounds"));
    }

    @Override
    public <A> Outcome<A> tell(DeskKey key, DeskCommand<A> command, DeskFacts facts) {
        Desk desk = desks.getOrDefault(key, Desk.EMPTY);
        if (command.isQuestion() && !desk.isDue(facts)) {
            return command.decide(desk, facts.withRoom(() -> budget.has(command.wanted())))
                    .answer();
        }
        DeskStep<A> step = change(key, command, facts);
        if (!step.news().equals(DeskNews.NONE)) {
            listeners.forEach(listener -> listener.changed(key, step.news()));
        }
        return step.answer();
    }

    /** Decides alone on the desk; a desk that is as if nothing had ever happened is not kept. */
    private <A> DeskStep<A> change(DeskKey key, DeskCommand<A> command, DeskFacts facts) {
        Turn<A> turn = new Turn<>(command, budget);
        try {
            desks.compute(key, (same, desk) -> turn.take(desk, facts));
            return turn.step();
        } finally {
            turn.settle();
        }
    }

    @Override
    @Enforces("ERA-5")
    public void sweep(DeskFacts facts) {
        desks.forEach((key, desk) -> {
            if (desk.isDue(facts)) {
                tell(key, new DeskCommand.Sweep(), facts);
            }
        });
    }

    @Override
    @Enforces("ERA-5")
    public void stop(DeskFacts facts) {
        desks.keySet().forEach(key -> tell(key, new DeskCommand.NodeStops(), facts));
    }

    @Override
    public Room held() {
        return budget.held();
    }

    @Override
    public void add(NewsListener listener) {
        listeners.add(listener);
    }

    @Override
    public void remove(NewsListener listener) {
        listeners.remove(listener);
    }

    /** One command's turn at its desk. */
    private static final class Turn<A> {
        private final DeskCommand<A> command;
        private final Budget budget;
        private Room before = Room.NONE;
        private Room reserved = Room.NONE;
        private @Nullable DeskStep<A> step;

        Turn(DeskCommand<A> command, Budget budget) {
            this.command = command;
            this.budget = budget;
        }

        @Nullable
        Desk take(@Nullable Desk held, DeskFacts facts) {
            Desk desk = held == null ? Desk.EMPTY : held;
            before = desk.room();
            DeskStep<A> taken = command.decide(desk, facts.withRoom(this::reserve));
            step = taken;
            return taken.desk().isEmpty() ? null : taken.desk();
        }

        DeskStep<A> step() {
            return Objects.requireNonNull(step, "step");
        }

        private boolean reserve() {
            boolean fits = reserved.equals(Room.NONE) && budget.reserve(command.wanted());
            reserved = fits ? command.wanted() : reserved;
            return !reserved.equals(Room.NONE);
        }

        /** Also when deciding has failed: then the desk has not grown. */
        void settle() {
            Room grown = step == null ? Room.NONE : step.desk().room().minus(before);
            budget.settle(grown.minus(reserved));
        }
    }
}
