package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Enforces;

/**
 * What was accepted before under a client message id of the same author (CARE-8).
 *
 * @param key in which conversation
 * @param message what was accepted, with its text also when it has been retracted since
 */
@Enforces("CARE-8")
public record PriorSend(ConversationKey key, Message message) {

    /** Checks that nothing is null. */
    public PriorSend {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
    }

    /**
     * Whether this draft is the same message sent again: patient, target, text and files are its content; the kind follows
     * from the author.
     *
     * @param target the conversation to which the draft goes
     * @param draft what is sent
     * @return true if it is
     */
    public boolean isSame(ConversationKey target, Draft draft) {
        return key.equals(target)
                && key.patient().equals(draft.patient())
                && message.text().equals(draft.text())
                && message.attachments().equals(draft.attachments());
    }

    /**
     * The receipt that was given.
     *
     * @return the first receipt
     */
    public Receipt receipt() {
        return Receipt.of(message);
    }
}
