package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.port.CareCommit;
import org.clinicchat.service.AutoReplyDelivery;

/**
 * A commit that begins a conversation, with its first message and perhaps the automatic reply to it, or with none: a database may
 * have a shorter way for them.
 *
 * @param commit the commit
 * @param started its first change
 * @param head what the conversation is after it
 * @param messages what it adds: none, one, or one and its reply
 * @param delivery the reply's entry in the ledger
 * @param record its record in the audit
 */
record FirstSend(
        CareCommit commit,
        Change.ConversationStarted started,
        ConversationHead head,
        List<Change.MessageAppended> messages,
        Optional<AutoReplyDelivery> delivery,
        AuditRecord record) {

    private static final int MOST_MESSAGES = 2;

    /** The commit as one; empty if it is another. */
    static Optional<FirstSend> of(CareCommit commit) {
        boolean begins = commit.revision() == CareCommit.NOT_BEGUN
                && commit.audit().size() == 1
                && commit.changes().get(0) instanceof Change.ConversationStarted;
        return begins ? beginning(commit) : Optional.empty();
    }

    private static Optional<FirstSend> beginning(CareCommit commit) {
        List<Change.MessageAppended> messages = new ArrayList<>();
        Optional<AutoReplyDelivery> delivery = Optional.empty();
        for (Change change : commit.changes().subList(1, commit.changes().size())) {
            if (change instanceof Change.MessageAppended appended) {
                messages.add(appended);
            } else if (change instanceof Change.AutoReplyDelivered delivered && delivery.isEmpty()) {
                delivery = Optional.of(delivered.delivery());
            } else if (!isOfNothing(change)) {
                return Optional.empty();
            }
        }
        return messages.size() <= MOST_MESSAGES
                ? Optional.of(new FirstSend(
                        commit,
                        (Change.ConversationStarted) commit.changes().get(0),
                        Evolution.evolve(Optional.empty(), commit.changes())
                                .map(CareState::head)
                                .orElseThrow(),
                        messages,
                        delivery,
                        commit.audit().get(0)))
                : Optional.empty();
    }

    /** Whoever sends first has seen all there was: nothing. */
    private static boolean isOfNothing(Change change) {
        return change instanceof Change.SeenUpTo seen && seen.seq() == 0;
    }
}
