package org.clinicchat.testkit.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.WorkGroupId;

/** One clinic's audit (SAFE-3). */
final class ModelAudit {

    private final ClinicId clinic;
    private final Supplier<Instant> now;
    private final List<AuditRecord> records = new ArrayList<>();
    private final Map<Object, Integer> firsts = new HashMap<>();

    ModelAudit(ClinicId clinic, Supplier<Instant> now) {
        this.clinic = clinic;
        this.now = now;
    }

    void did(AuditAction action, Actor actor, Optional<ConversationId> conversation) {
        add(action, actor, Optional.empty(), conversation);
    }

    /** What was done to people's records, and to whose. */
    void did(AuditAction action, Actor actor, List<PersonRef> about) {
        did(action, actor, Optional.empty());
        int last = records.size() - 1;
        records.set(last, records.get(last).about(about));
    }

    /** What was done to a work group, and who is in it. */
    void did(AuditAction action, Actor actor, List<PersonRef> members, WorkGroupId group) {
        did(action, actor, members);
        int last = records.size() - 1;
        records.set(last, records.get(last).about(group));
    }

    /** A substitute's look; everybody else's leaves no record. */
    void looked(Actor actor, Optional<ConversationId> conversation) {
        if (actor.onBehalfOf().isPresent()) {
            did(AuditAction.SUBSTITUTE_ACCESS, actor, conversation);
        }
    }

    <T> Outcome<T> notFound(Actor actor) {
        return refuse(actor, Optional.empty(), Refusal.of(RefusalCode.NOT_FOUND));
    }

    <T> Outcome<T> refuse(Actor actor, Optional<ConversationId> conversation, Refusal refusal) {
        Object same = List.of(actor, conversation, refusal.code(), now.get().truncatedTo(ChronoUnit.MINUTES));
        int first = firsts.getOrDefault(same, records.size());
        if (first < records.size()) {
            records.set(first, counted(records.get(first)));
        } else {
            firsts.put(same, first);
            add(AuditAction.REFUSED, actor, Optional.of(refusal.code()), conversation);
        }
        return Outcome.refused(refusal);
    }

    List<AuditEntry> entries(long after, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = (int) after; i < records.size() && entries.size() < limit; i++) {
            entries.add(new AuditEntry(i + 1L, records.get(i)));
        }
        return entries;
    }

    private void add(
            AuditAction action, Actor actor, Optional<RefusalCode> code, Optional<ConversationId> conversation) {
        Authorship who = new Authorship(actor.self(), actor.onBehalfOf());
        records.add(new AuditRecord(clinic, action, who, code, conversation, now.get(), 1));
    }

    private static AuditRecord counted(AuditRecord record) {
        return new AuditRecord(
                record.clinic(),
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation(),
                record.time(),
                record.count() + 1);
    }
}
