package org.clinicchat.service;

import java.util.Collection;
import org.clinicchat.outcome.Enforces;

/**
 * What the ledger of one conversation says about the practice's automatic reply as it is now (AUTO-2).
 *
 * @param thisText this text was delivered in this round
 * @param thisActivation some text was delivered in this round since it was last switched on
 * @param ever some text was delivered in this round
 */
@Enforces("AUTO-2")
public record AutoReplyLedger(boolean thisText, boolean thisActivation, boolean ever) {

    /** Nothing was delivered. */
    public static final AutoReplyLedger EMPTY = new AutoReplyLedger(false, false, false);

    /** It was delivered just now. */
    public static final AutoReplyLedger DELIVERED = new AutoReplyLedger(true, true, true);

    /**
     * What these entries say about a reply.
     *
     * @param entries the ledger of the conversation, of all rounds, in any order
     * @param now what a delivery now would be remembered under
     * @return the summary
     */
    public static AutoReplyLedger of(Collection<AutoReplyDelivery> entries, AutoReplyDelivery now) {
        boolean text = false;
        boolean activation = false;
        boolean ever = false;
        for (AutoReplyDelivery entry : entries) {
            if (entry.round() == now.round()) {
                ever = true;
                text |= entry.textDigest().equals(now.textDigest());
                activation |= entry.activation() == now.activation();
            }
        }
        return new AutoReplyLedger(text, activation, ever);
    }
}
