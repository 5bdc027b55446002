package org.clinicchat.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.clinicchat.conversation.ConversationKey;

/**
 * Lets the commands of one conversation be decided one after another on this node, so that they do not make each other stale.
 * Each conversation has a lane of its own for as long as a command is in it: a slow one holds up no other conversation. Who
 * finds nobody there goes on at once; whoever comes then waits, and the first of those who wait takes along the sends that
 * wait behind it, so that they share a commit.
 */
final class Lanes {

    private static final int MOST_TOGETHER = 64;

    /** Who is in which lane, in the order of their coming. Looked at and changed in the synchronized steps alone. */
    private final Map<ConversationKey, Deque<Call<?>>> lanes = new HashMap<>();

    /**
     * Has a command settled in its conversation's lane.
     *
     * @param settling settles the first of these calls, and as many of the others as it can: who is left waits on
     */
    void in(Call<?> call, Consumer<List<Call<?>>> settling) {
        enter(call);
        call.await();
        if (!call.isSettled()) {
            try {
                settling.accept(together(call));
            } finally {
                leave(call);
            }
        }
    }

    private synchronized void enter(Call<?> call) {
        Deque<Call<?>> lane = lanes.computeIfAbsent(call.key(), key -> new ArrayDeque<>());
        lane.add(call);
        if (lane.size() == 1) {
            call.go();
        }
    }

    private synchronized List<Call<?>> together(Call<?> first) {
        List<Call<?>> calls = new ArrayList<>();
        for (Call<?> call : lane(first)) {
            if (call != first && (calls.size() == MOST_TOGETHER || !call.joins(calls))) {
                break;
            }
            calls.add(call);
        }
        return calls;
    }

    private synchronized void leave(Call<?> first) {
        Deque<Call<?>> lane = lane(first);
        lane.remove(first);
        lane.removeIf(Call::isSettled);
        if (lane.isEmpty()) {
            lanes.remove(first.key());
        } else {
            lane.element().go();
        }
    }

    private Deque<Call<?>> lane(Call<?> call) {
        return Objects.requireNonNull(lanes.get(call.key()), "nobody is in this lane");
    }
}
