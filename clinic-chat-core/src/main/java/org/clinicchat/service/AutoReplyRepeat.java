package org.clinicchat.service;

import org.clinicchat.outcome.Enforces;

/** What "already delivered" means for an automatic reply (switch of AUTO-2). */
@Enforces("AUTO-2")
public enum AutoReplyRepeat {
    /** Each text once to each patient. */
    ONCE_PER_TEXT,
    /** Once to each patient, whatever the text. */
    ONCE_EVER,
    /** Once to each patient each time that it is switched on. */
    ONCE_PER_ACTIVATION;

    /**
     * Whether a reply is due.
     *
     * @param ledger what was delivered
     * @return true if this patient has not had it
     */
    public boolean isDue(AutoReplyLedger ledger) {
        if (this == ONCE_EVER) {
            return !ledger.ever();
        }
        return this == ONCE_PER_TEXT ? !ledger.thisText() : !ledger.thisActivation();
    }
}
