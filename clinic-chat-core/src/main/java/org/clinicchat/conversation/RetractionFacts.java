package org.clinicchat.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.Message;

/**
 * What the log says that a retraction asks for (CARE-6).
 *
 * @param target the message, if the conversation has it
 * @param newestOther the newest message that lists show ({@link Preview#isShown}) and that is not the target
 * @param waitingSinceWithout the time of the earliest human message of the patient's, not retracted and not the target, that
 *     no human message of the practice's, not retracted and not the target, follows
 */
public record RetractionFacts(
        Optional<Message> target, Optional<Message> newestOther, Optional<Instant> waitingSinceWithout) {

    /** That the conversation has no such message. */
    public static final RetractionFacts NO_SUCH_MESSAGE =
            new RetractionFacts(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that nothing is null. */
    public RetractionFacts {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(newestOther, "newestOther");
        Objects.requireNonNull(waitingSinceWithout, "waitingSinceWithout");
    }
}
