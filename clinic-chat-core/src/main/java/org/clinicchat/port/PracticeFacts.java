package org.clinicchat.port;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.service.Practice;

/**
 * What a decision on a practitioner's list asks of the storage.
 *
 * @param practice the owner's practice, if there is one
 * @param sharesWorkGroup whether reader and owner are in one work group; false if they are the same
 */
public record PracticeFacts(Optional<Practice> practice, boolean sharesWorkGroup) {

    /** Checks that nothing is null. */
    public PracticeFacts {
        Objects.requireNonNull(practice, "practice");
    }
}
