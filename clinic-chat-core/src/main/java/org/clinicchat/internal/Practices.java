package org.clinicchat.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.PlainText;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;

/** The settings of practices: read, change, replace if nobody else did meanwhile. */
public final class Practices {

    private final Wiring wiring;
    private final Refusals refusals;
    private final Gate gate;

    Practices(Wiring wiring, Refusals refusals, Gate gate) {
        this.wiring = wiring;
        this.refusals = refusals;
        this.gate = gate;
    }

    /** The practice as it is. */
    public Outcome<Practice> show(Actor actor, PractitionerId owner) {
        return gate.pass(() ->
                find(actor, owner).<Outcome<Practice>>map(Outcome::accepted).orElseGet(() -> refusals.notFound(actor)));
    }

    /** Makes a practice, if there is none. */
    @Enforces("CARE-2")
    public void add(Actor actor, PractitionerId owner) {
        Instant now = wiring.now();
        AuditRecord record = record(AuditAction.PRACTICE_ADDED, actor, owner, now);
        gate.run(() -> wiring.storage().practices().add(actor.clinic(), Practice.of(owner, now), List.of(record)));
    }

    /** Switches the service on or off. */
    @Enforces("CARE-2")
    public Outcome<Practice> switchService(Actor actor, PractitionerId owner, boolean on) {
        AuditAction action = on ? AuditAction.SERVICE_ACTIVATED : AuditAction.SERVICE_DEACTIVATED;
        return change(
                actor,
                owner,
                action,
                (practice, now) ->
                        Outcome.accepted(practice.with(practice.service().switched(on, now))));
    }

    /** Changes the automatic reply's text. */
    @Enforces("AUTO-4")
    public Outcome<Practice> sayInAutoReply(Actor actor, PractitionerId owner, String text) {
        return changeAutoReply(actor, owner, AuditAction.AUTO_REPLY_WRITTEN, reply -> withText(reply, text));
    }

    /** Switches the automatic reply on, with the text that it has or with another. */
    @Enforces("AUTO-4")
    public Outcome<Practice> switchAutoReplyOn(Actor actor, PractitionerId owner, Optional<String> text) {
        return changeAutoReply(actor, owner, AuditAction.AUTO_REPLY_ACTIVATED, reply -> {
            Outcome<AutoReply> said =
                    text.map(newText -> withText(reply, newText)).orElseGet(() -> Outcome.accepted(reply));
            return said.flatMap(next -> PlainText.isBlank(next.text())
                    ? Outcome.refused(Refusal.of(RefusalCode.AUTO_REPLY_TEXT_MISSING))
                    : Outcome.accepted(next.switchedOn()));
        });
    }

    /** Switches the automatic reply off. */
    @Enforces("AUTO-4")
    public Outcome<Practice> switchAutoReplyOff(Actor actor, PractitionerId owner) {
        return changeAutoReply(
                actor, owner, AuditAction.AUTO_REPLY_DEACTIVATED, reply -> Outcome.accepted(reply.switchedOff()));
    }

    /** Lets everybody get the automatic reply once more. */
    @Enforces("AUTO-2")
    public Outcome<Practice> resetAutoReply(Actor actor, PractitionerId owner) {
        return changeAutoReply(actor, owner, AuditAction.AUTO_REPLY_RESET, reply -> Outcome.accepted(reply.reset()));
    }

    /** Changes the visibility to colleagues. */
    @Enforces("SUB-1")
    public Outcome<Practice> showToSubstitutes(Actor actor, PractitionerId owner, SubstituteAccess access) {
        return change(
                actor,
                owner,
                access.visible() ? AuditAction.SHOWN_TO_SUBSTITUTES : AuditAction.HIDDEN_FROM_SUBSTITUTES,
                (practice, now) -> access.isEmpty()
                        ? Outcome.refused(Refusal.of(RefusalCode.PERIOD_EMPTY))
                        : Outcome.accepted(practice.with(access)));
    }

    private Outcome<AutoReply> withText(AutoReply reply, String text) {
        Optional<Refusal> refusal =
                PlainText.whyNot(text, wiring.settings().limits().maxCodePoints());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return reply.active() && PlainText.isBlank(text)
                ? Outcome.refused(Refusal.of(RefusalCode.AUTO_REPLY_TEXT_MISSING))
                : Outcome.accepted(reply.saying(text));
    }

    private Outcome<Practice> changeAutoReply(
            Actor actor, PractitionerId owner, AuditAction action, Function<AutoReply, Outcome<AutoReply>> change) {
        return change(
                actor,
                owner,
                action,
                (practice, now) -> change.apply(practice.autoReply()).map(practice::with));
    }

    private Outcome<Practice> change(
            Actor actor,
            PractitionerId owner,
            AuditAction action,
            BiFunction<Practice, Instant, Outcome<Practice>> change) {
        return gate.pass(() -> Attempts.untilSettled(() -> attempt(actor, owner, action, change)));
    }

    private Optional<Outcome<Practice>> attempt(
            Actor actor,
            PractitionerId owner,
            AuditAction action,
            BiFunction<Practice, Instant, Outcome<Practice>> change) {
        Optional<Practice> present = find(actor, owner);
        if (present.isEmpty()) {
            return Optional.of(refusals.notFound(actor));
        }
        Instant now = wiring.now();
        Outcome<Practice> changed = change.apply(present.get(), now);
        if (changed instanceof Outcome.Refused<Practice> refused) {
            return Optional.of(refusals.refuse(actor, Optional.empty(), refused.refusal()));
        }
        Practice next = changed.orThrow();
        boolean done = next.equals(present.get())
                || wiring.storage()
                        .practices()
                        .replace(actor.clinic(), next, List.of(record(action, actor, owner, now)));
        return done ? Optional.of(Outcome.accepted(next)) : Optional.empty();
    }

    private Optional<Practice> find(Actor actor, PractitionerId owner) {
        return wiring.storage().practices().facts(actor.clinic(), owner, owner).practice();
    }

    private static AuditRecord record(AuditAction action, Actor actor, PractitionerId owner, Instant now) {
        return AuditRecord.of(action, actor, Optional.empty(), now).about(List.of(PersonRef.of(owner)));
    }
}
