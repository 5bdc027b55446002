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

    /**
     * Whether it was decided on what an earlier one of its batch leaves behind. If that one is not stored, nor any other after it
     * in its place, this one is stale, though another's change may have brought the conversation to the very revision that it
     * names.
     *
     * @param before one that comes before it in the batch
     * @return true if it is of the same conversation, and of a later revision
     */
    public boolean restsOn(CareCommit before) {
        return key.equals(before.key) && revision > before.revision;
    }
}
