package org.clinicchat.port;

import java.util.List;
import java.util.Objects;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;

/**
 * The changes of one command, to be stored wholly or not at all, if both versions are still those on which it was decided.
 *
 * @param key which conversation
 * @param practiceVersion the practice's version
 * @param revision the conversation's revision, or {@link #NOT_BEGUN}
 * @param changes what changes, in order; not empty
 * @param audit what is written into the audit with it
 */
public record CareCommit(
        ConversationKey key, long practiceVersion, long revision, List<Change> changes, List<AuditRecord> audit) {

    /** In place of a revision: the conversation had not begun. */
    public static final long NOT_BEGUN = -1;

    /** Takes copies. */
    public CareCommit {
        Objects.requireNonNull(key, "key");
        changes = List.copyOf(changes);
        audit = List.copyOf(audit);
    }
}
