package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.service.AutoReplyLedger;

/**
 * What a decision changes: the head, and what the ledger says of the practice's present automatic reply. Both are covered
 * by the head's revision.
 *
 * @param head the conversation's head
 * @param ledger which automatic replies this patient has had
 */
public record CareState(ConversationHead head, AutoReplyLedger ledger) {

    /** Checks that nothing is null. */
    public CareState {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(ledger, "ledger");
    }
}
