package org.clinicchat.session.chat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * A practitioner's page as it is to be drawn now. Immutable: it never changes after it was given. Its {@code toString} hides who
 * and what.
 *
 * @param rows the patients, the one that came first at the top
 * @param box the state of the chat box
 * @param open what the box shows; empty unless it is open
 * @param erased what was in the box and is gone, with its reason, until the practitioner does something with the box
 * @param alert whether to alert to messages that were not viewed: only if the practitioner wants to be notified (SES-10)
 */
@Enforces("SES-10")
public record PageView(
        List<QueueRow> rows, ChatBox box, Optional<OpenBox> open, Optional<ErasedSession> erased, boolean alert) {

    /** Checks that nothing is null. */
    public PageView {
        rows = List.copyOf(rows);
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(erased, "erased");
    }

    @Override
    @Enforces("ERA-7")
    public String toString() {
        return "PageView[" + rows + ", " + box.getClass().getSimpleName() + ", " + open + "]";
    }
}
