package org.clinicchat.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.WorkGroupId;

/**
 * Who did what, when and under which rule; never content (SAFE-3). Immutable; its {@code toString} names nobody.
 *
 * @param clinic where
 * @param action what
 * @param actor who, and on behalf of whom
 * @param refusal why it was refused, if it was
 * @param conversation in which conversation, if in one that is known
 * @param group which work group it was, if it was one: its id names nobody
 * @param about whose profile, practice, group, link or permission it was; empty for what happens in a conversation
 * @param time when; for counted refusals the first time
 * @param count how often: 1, or the number of equal refusals in one minute
 */
@Enforces("SAFE-3")
public record AuditRecord(
        ClinicId clinic,
        AuditAction action,
        Authorship actor,
        Optional<RefusalCode> refusal,
        Optional<ConversationId> conversation,
        Optional<WorkGroupId> group,
        List<PersonRef> about,
        Instant time,
        long count) {

    /** Checks that nothing is null. */
    public AuditRecord {
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(group, "group");
        about = List.copyOf(about);
        Objects.requireNonNull(time, "time");
    }

    /**
     * A record that is about nobody besides the actor.
     *
     * @param clinic where
     * @param action what
     * @param actor who, and on behalf of whom
     * @param refusal why it was refused, if it was
     * @param conversation in which conversation, if in one that is known
     * @param time when
     * @param count how often
     */
    public AuditRecord(
            ClinicId clinic,
            AuditAction action,
            Authorship actor,
            Optional<RefusalCode> refusal,
            Optional<ConversationId> conversation,
            Instant time,
            long count) {
        this(clinic, action, actor, refusal, conversation, Optional.empty(), List.of(), time, count);
    }

    /**
     * The same record, naming whom it is about.
     *
     * @param people whose profile, practice, group, link or permission it was
     * @return the record
     */
    public AuditRecord about(List<PersonRef> people) {
        return new AuditRecord(clinic, action, actor, refusal, conversation, group, people, time, count);
    }

    /**
     * The same record, naming the work group that it is about.
     *
     * @param changed which group
     * @return the record
     */
    public AuditRecord about(WorkGroupId changed) {
        return new AuditRecord(clinic, action, actor, refusal, conversation, Optional.of(changed), about, time, count);
    }

    /**
     * The same record, counting one refusal more.
     *
     * @return the record
     */
    public AuditRecord onceMore() {
        return new AuditRecord(clinic, action, actor, refusal, conversation, group, about, time, count + 1);
    }

    /**
     * That something was done.
     *
     * @param action what
     * @param actor by whom
     * @param conversation in which conversation, if in one
     * @param now when
     * @return the record
     */
    public static AuditRecord of(AuditAction action, Actor actor, Optional<ConversationId> conversation, Instant now) {
        return new AuditRecord(actor.clinic(), action, Authorship.of(actor), Optional.empty(), conversation, now, 1);
    }

    /**
     * That something was refused.
     *
     * @param code why
     * @param actor to whom
     * @param conversation in which conversation, if in one that is known
     * @param now when
     * @return the record
     */
    public static AuditRecord refused(
            RefusalCode code, Actor actor, Optional<ConversationId> conversation, Instant now) {
        return new AuditRecord(
                actor.clinic(), AuditAction.REFUSED, Authorship.of(actor), Optional.of(code), conversation, now, 1);
    }

    /**
     * The rule under which it was done or refused.
     *
     * @return such as {@code "DIS-2"}
     */
    public String rule() {
        return refusal.map(RefusalCode::rule).orElse(action.rule());
    }

    @Override
    public String toString() {
        return "AuditRecord[" + action + ", " + rule() + ", " + time + ", " + count + " times]";
    }
}
