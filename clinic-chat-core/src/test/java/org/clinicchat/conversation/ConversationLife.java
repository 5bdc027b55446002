package org.clinicchat.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyLedger;

/** One conversation that lives through commands: decided on the evolved state, kept beside a recount. */
final class ConversationLife {
    final Recount recount = new Recount();
    private final CareSettings settings;
    private Optional<CareState> state = Optional.empty();
    private AutoReply reply = AutoReply.NONE.saying("Back soon");
    private int ids;

    ConversationLife(CareSettings settings) {
        this.settings = settings;
    }

    /** One thing that somebody does at some moment; the clock of a node may stand behind another's. */
    record Step(Act act, Actor actor, int number, long micros) {
        Instant now() {
            return Scene.START.plus(micros, ChronoUnit.MICROS);
        }
    }

    /** What people do. */
    enum Act {
        SEND,
        RETRACT,
        DISABLE,
        ENABLE,
        OPEN,
        REPLY_ON,
        REPLY_OFF,
        REPLY_SAYS,
        REPLY_RESET
    }

    Optional<CareState> state() {
        return state.map(kept -> new CareState(kept.head(), AutoReplyLedger.of(recount.deliveries, reply.delivery())));
    }

    Optional<CareState> evolved() {
        return state;
    }

    AutoReply reply() {
        return reply;
    }

    /** Does it; gives the changes that it made. */
    List<Change> live(Step step) {
        switch (step.act()) {
            case REPLY_ON -> reply = reply.switchedOn();
            case REPLY_OFF -> reply = reply.switchedOff();
            case REPLY_SAYS -> reply = reply.saying("Text " + step.number());
            case REPLY_RESET -> reply = reply.reset();
            default -> {
                return commit(decide(step));
            }
        }
        return List.of();
    }

    private List<Change> commit(Outcome<? extends Decision<?>> outcome) {
        List<Change> changes = outcome.<List<Change>>fold(Decision::changes, refusal -> List.of());
        state = Evolution.evolve(state(), changes);
        recount.apply(changes);
        return changes;
    }

    private Outcome<? extends Decision<?>> decide(Step step) {
        CareFacts facts = facts(step);
        ConversationId fresh = ConversationId.of("conv-1");
        return switch (step.act()) {
            case SEND -> send(facts, step);
            case RETRACT -> CareDecisions.retract(facts, recount.about(step.number()));
            case DISABLE -> CareDecisions.switchTo(facts, Availability.DISABLED, Optional.of("Rude"), fresh);
            case ENABLE -> CareDecisions.switchTo(facts, Availability.ENABLED, Optional.empty(), fresh);
            default -> CareDecisions.open(facts, fresh);
        };
    }

    private Outcome<Decision<Receipt>> send(CareFacts facts, Step step) {
        ids++;
        FreshIds fresh = new FreshIds(
                ConversationId.of("conv-1"), MessageId.of("m" + ids), Optional.of(MessageId.of("r" + ids)));
        return CareDecisions.send(facts, Scene.draft("Message " + step.number()), fresh);
    }

    private CareFacts facts(Step step) {
        return Scene.of(step.actor())
                .autoReply(reply)
                .state(state())
                .settings(settings)
                .now(step.now())
                .facts();
    }
}
