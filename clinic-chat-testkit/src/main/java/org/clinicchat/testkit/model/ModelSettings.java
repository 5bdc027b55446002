package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.Practice;

/** What the model answers to who sets something for an owner's chats. */
final class ModelSettings implements SettingsCalls {

    private final ModelClinic clinic;
    private final Actor actor;
    private final PractitionerId owner;

    ModelSettings(ModelClinic clinic, Actor actor, PractitionerId owner) {
        this.clinic = clinic;
        this.actor = actor;
        this.owner = owner;
    }

    @Override
    public Outcome<Practice> show() {
        return change(AuditAction.AUTO_REPLY_WRITTEN, practice -> Optional.empty(), practice -> {});
    }

    @Override
    public Outcome<Practice> service(boolean on) {
        AuditAction action = on ? AuditAction.SERVICE_ACTIVATED : AuditAction.SERVICE_DEACTIVATED;
        return change(action, practice -> Optional.empty(), practice -> {
            practice.serviceSince = on == practice.serviceActive ? practice.serviceSince : clinic.now();
            practice.serviceActive = on;
        });
    }

    @Override
    public Outcome<Practice> writeAutoReply(String text) {
        return change(
                AuditAction.AUTO_REPLY_WRITTEN,
                practice -> whyNot(text, practice.replying),
                practice -> practice.reply = text);
    }

    @Override
    public Outcome<Practice> activateAutoReply(Optional<String> text) {
        AuditAction action = AuditAction.AUTO_REPLY_ACTIVATED;
        return change(action, practice -> whyNot(text.orElse(practice.reply), true), practice -> {
            practice.reply = text.orElse(practice.reply);
            practice.activations += practice.replying ? 0 : 1;
            practice.replying = true;
        });
    }

    @Override
    public Outcome<Practice> deactivateAutoReply() {
        AuditAction action = AuditAction.AUTO_REPLY_DEACTIVATED;
        return change(action, practice -> Optional.empty(), practice -> practice.replying = false);
    }

    @Override
    public Outcome<Practice> resetAutoReply() {
        return change(AuditAction.AUTO_REPLY_RESET, practice -> Optional.empty(), practice -> practice.resets++);
    }

    @Override
    public Outcome<Practice> showToSubstitutes(Optional<Instant> from, Optional<Instant> until) {
        boolean empty = from.isPresent() && until.isPresent() && from.get().compareTo(until.get()) >= 0;
        return show(true, from, until, empty);
    }

    @Override
    public Outcome<Practice> hideFromSubstitutes() {
        return show(false, Optional.empty(), Optional.empty(), false);
    }

    private Outcome<Practice> show(boolean visible, Optional<Instant> from, Optional<Instant> until, boolean empty) {
        return change(
                visible ? AuditAction.SHOWN_TO_SUBSTITUTES : AuditAction.HIDDEN_FROM_SUBSTITUTES,
                practice -> empty ? Optional.of(Refusal.of(RefusalCode.PERIOD_EMPTY)) : Optional.empty(),
                practice -> {
                    practice.visible = visible;
                    practice.from = from;
                    practice.until = until;
                });
    }

    /** What changes nothing leaves no record. */
    private Outcome<Practice> change(
            AuditAction action, Function<ModelPractice, Optional<Refusal>> whyNot, Consumer<ModelPractice> change) {
        ModelPractice practice = clinic.practices.get(owner);
        if (practice == null) {
            return clinic.audit.notFound(actor);
        }
        Optional<Refusal> refusal = whyNot.apply(practice);
        if (refusal.isPresent()) {
            return clinic.audit.refuse(actor, Optional.empty(), refusal.get());
        }
        Practice before = practice.shown();
        change.accept(practice);
        if (!practice.shown().equals(before)) {
            clinic.audit.did(action, actor, List.of(PersonRef.of(owner)));
        }
        return Outcome.accepted(practice.shown());
    }

    private Optional<Refusal> whyNot(String text, boolean neededNow) {
        boolean missing = neededNow && ModelText.isBlank(text);
        return ModelText.whyNot(text, clinic.settings().limits().maxCodePoints())
                .or(() -> missing ? Optional.of(Refusal.of(RefusalCode.AUTO_REPLY_TEXT_MISSING)) : Optional.empty());
    }
}
