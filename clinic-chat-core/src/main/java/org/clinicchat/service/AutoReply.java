package org.clinicchat.service;

import java.util.Objects;
import org.clinicchat.message.PlainText;
import org.clinicchat.outcome.Enforces;

/**
 * The practitioner's automatic reply (AUTO). Immutable; its {@code toString} hides the text.
 *
 * @param active whether it is sent
 * @param text what is sent; kept when it is switched off, empty if there never was one
 * @param activation how often it was switched on
 * @param round how often it was reset
 */
@Enforces("AUTO-4")
public record AutoReply(boolean active, String text, int activation, int round) {

    /** Off and without a text: what a new practice has. */
    public static final AutoReply NONE = new AutoReply(false, "", 0, 0);

    /** Checks that an active one has a text. */
    public AutoReply {
        Objects.requireNonNull(text, "text");
        if (active && PlainText.isBlank(text)) {
            throw new IllegalArgumentException("an active automatic reply has a text");
        }
    }

    /**
     * Switched on, with the text that it has.
     *
     * @return the automatic reply; the same if it is on
     */
    public AutoReply switchedOn() {
        return active ? this : new AutoReply(true, text, activation + 1, round);
    }

    /**
     * Switched off; the text stays.
     *
     * @return the automatic reply; the same if it is off
     */
    public AutoReply switchedOff() {
        return active ? new AutoReply(false, text, activation, round) : this;
    }

    /**
     * With another text, on or off as it is.
     *
     * @param newText what is to be sent; not blank if it is on
     * @return the automatic reply; the same if the text is the same
     */
    public AutoReply saying(String newText) {
        return newText.equals(text) ? this : new AutoReply(active, newText, activation, round);
    }

    /**
     * Reset: everybody gets it once more (AUTO-2).
     *
     * @return the automatic reply
     */
    public AutoReply reset() {
        return new AutoReply(active, text, activation, round + 1);
    }

    /**
     * What a delivery of it now is remembered under.
     *
     * @return the ledger's entry
     */
    public AutoReplyDelivery delivery() {
        return AutoReplyDelivery.of(this);
    }

    @Override
    public String toString() {
        return "AutoReply[" + (active ? "on" : "off") + "]";
    }
}
