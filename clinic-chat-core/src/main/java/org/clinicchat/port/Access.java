package org.clinicchat.port;

import java.util.List;
import java.util.Objects;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.PersonRef;

/**
 * The permission to read in one conversation, as it was decided, to be held against the present by the read itself.
 *
 * @param key which conversation; it has begun
 * @param practiceVersion under which version of the practice it was decided
 * @param reader whose read state it is
 * @param audit what is written into the audit with the read; empty for most
 */
public record Access(ConversationKey key, long practiceVersion, PersonRef reader, List<AuditRecord> audit) {

    /** Takes a copy. */
    public Access {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reader, "reader");
        audit = List.copyOf(audit);
    }
}
