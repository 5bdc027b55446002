package org.clinicchat.port;

import java.util.Objects;
import org.clinicchat.conversation.PriorSend;

/** What became of one commit. */
public sealed interface CommitAnswer {

    /** All of it is stored. */
    record Committed() implements CommitAnswer {}

    /** Nothing is stored: a version has moved, and the command must be decided again. */
    record Stale() implements CommitAnswer {}

    /**
     * Nothing is stored: the author had sent a message under this client message id before (CARE-8).
     *
     * @param prior what was accepted then
     */
    record Duplicate(PriorSend prior) implements CommitAnswer {
        /** Checks that nothing is null. */
        public Duplicate {
            Objects.requireNonNull(prior, "prior");
        }
    }
}
