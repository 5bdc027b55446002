package org.clinicchat.inmemory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.RefusalCode;

/** One clinic's audit, in the order in which it was written. */
final class AuditLog {

    private static final int MOST_REMEMBERED = 10_000;

    private final List<AuditRecord> records = new ArrayList<>();
    private final Map<Refused, Integer> refusals = new HashMap<>();
    /** The minute whose refusals were kept when others were forgotten: once a minute is enough. */
    private Instant lastForgotten = Instant.MIN;

    /** What makes two refusals equal. */
    private record Refused(
            Authorship actor, Optional<RefusalCode> code, Optional<ConversationId> conversation, Instant minute) {

        static Refused of(AuditRecord refusal) {
            return new Refused(
                    refusal.actor(),
                    refusal.refusal(),
                    refusal.conversation(),
                    refusal.time().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /** Adds some records; for none it costs nothing. */
    void add(List<AuditRecord> more) {
        if (!more.isEmpty()) {
            addAll(more);
        }
    }

    private synchronized void addAll(List<AuditRecord> more) {
        records.addAll(more);
    }

    synchronized void refused(AuditRecord refusal) {
        Refused refused = Refused.of(refusal);
        if (refusals.size() > MOST_REMEMBERED && !refused.minute().equals(lastForgotten)) {
            refusals.keySet().removeIf(known -> !known.minute().equals(refused.minute()));
            lastForgotten = refused.minute();
        }
        Integer first = refusals.putIfAbsent(refused, records.size());
        if (first == null) {
            records.add(refusal);
        } else {
            records.set(first, records.get(first).onceMore());
        }
    }

    synchronized List<AuditEntry> entries(long after, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        for (long last = after; last < records.size() && entries.size() < limit; last++) {
            entries.add(new AuditEntry(last + 1, records.get((int) last)));
        }
        return entries;
    }
}
