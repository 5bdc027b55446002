package org.clinicchat.port;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The storage could not do its part: it is away, full, or did not answer in time. It is never a "no" of the rules. Its
 * message says what to do; neither it nor its cause has anything of anybody's in it (SAFE-5), so a database's exception that
 * quotes values must not be its cause. Whatever the outcome, sending the same draft again settles it
 * (CARE-8, SAFE-7).
 */
public class StorageFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean outcomeKnown;

    /**
     * A fault.
     *
     * @param whatToDo what happened and what to do about it; without text, names or ids of people
     * @param outcomeKnown true if nothing was changed; false if it may or may not have been
     * @param cause what was thrown underneath, or null
     */
    public StorageFault(String whatToDo, boolean outcomeKnown, @Nullable Throwable cause) {
        super(whatToDo, cause);
        this.outcomeKnown = outcomeKnown;
    }

    /**
     * Whether it is known that this call of the storage changed nothing. A call of the chat may make several: the first
     * opening begins the conversation and then reads it, and what was begun stays.
     *
     * @return true if nothing was changed; false if it may or may not have been
     */
    public boolean isOutcomeKnown() {
        return outcomeKnown;
    }
}
