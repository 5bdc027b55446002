package org.clinicchat.internal;

import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;

/** Says no, and leaves the audit's record of it (DIS-4, SAFE-3). */
@Enforces({"SAFE-3", "DIS-4"})
final class Refusals {

    private final Wiring wiring;

    Refusals(Wiring wiring) {
        this.wiring = wiring;
    }

    <T> Outcome<T> refuse(Actor actor, Optional<ConversationId> conversation, Refusal refusal) {
        wiring.storage().audit().refused(AuditRecord.refused(refusal.code(), actor, conversation, wiring.now()));
        return Outcome.refused(refusal);
    }

    <T> Outcome<T> notFound(Actor actor) {
        return refuse(actor, Optional.empty(), Refusal.of(RefusalCode.NOT_FOUND));
    }
}
