package org.clinicchat.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final ClinicId CLINIC = ClinicId.of("c1");
    private static final PatientId ANNA = PatientId.of("anna");
    private static final ConversationKey KEY = new ConversationKey(CLINIC, PractitionerId.of("rossi"), ANNA);

    private final Lanes lanes = new Lanes();
    private final List<Integer> turns = new ArrayList<>();
    private final List<FutureTask<Integer>> waiting = new ArrayList<>();

    /** Those that may be decided together are, in the order of their coming; a second use of an id and what is no send are not. */
    @Test
    @Tag("CARE-8")
    void whoWaitsIsTakenAlong() throws Exception {
        lanes.in(call(Optional.of("first")), calls -> {
            for (String id : List.of("a", "b", "c", "b", "d")) {
                join(Optional.of(id), this::settleAll);
            }
            join(Optional.empty(), this::settleAll);
            join(Optional.of("e"), this::settleAll);
            settleAll(calls);
        });
        for (FutureTask<Integer> each : waiting) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(turns).containsExactly(1, 3, 2, 1, 1);
    }

    /** Whoever breaks off in his turn hands on all the same; who was not settled has a turn of his own. */
    @Test
    @Tag("SAFE-7")
    void whoBreaksOffHandsOn() throws Exception {
        assertThatThrownBy(() -> lanes.in(call(Optional.of("first")), calls -> {
                    join(Optional.of("a"), all -> settleAll(all.subList(0, 1)));
                    join(Optional.of("b"), this::settleAll);
                    throw new IllegalStateException("broken by the test");
                }))
                .hasMessage("broken by the test");
        for (FutureTask<Integer> each : waiting) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(turns).containsExactly(1, 1);
    }

    /** Turns are taken one at a time: each sees what the one before it wrote. */
    private void settleAll(List<Call<?>> calls) {
        turns.add(calls.size());
        calls.forEach(Call::committed);
    }

    private void join(Optional<String> id, Consumer<List<Call<?>>> settling) {
        FutureTask<Integer> task = new FutureTask<>(() -> {
            Call<Integer> call = call(id);
            lanes.in(call, settling);
            return call.outcome().orThrow();
        });
        Thread thread = new Thread(task, "waits in the lane");
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        waiting.add(task);
    }

    private static Call<Integer> call(Optional<String> id) {
        Call<Integer> call = new Call<>(
                KEY,
                Actor.patient(CLINIC, ANNA),
                id.map(text -> Draft.of(ClientMessageId.of(text), ANNA, "Buongiorno")),
                facts -> Optional.empty());
        call.propose(Outcome.accepted(1), new ConversationPosition(KEY, 1));
        return call;
    }
}
