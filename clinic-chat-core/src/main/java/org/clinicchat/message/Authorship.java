package org.clinicchat.message;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;

/**
 * Who wrote, and for whom: both are always kept (SUB-3). "Dr B, substitute of Dr A" has Dr B as author, on behalf of Dr A.
 *
 * @param author who wrote
 * @param onBehalfOf for whom, if not for himself
 */
@Enforces("SUB-3")
public record Authorship(PersonRef author, Optional<PersonRef> onBehalfOf) {

    /** Checks that nothing is null. */
    public Authorship {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
    }

    /**
     * The authorship of what this actor writes.
     *
     * @param actor who writes
     * @return himself, and for a substitute the owner
     */
    public static Authorship of(Actor actor) {
        return new Authorship(actor.self(), actor.onBehalfOf());
    }

    /**
     * The authorship of what somebody writes for himself.
     *
     * @param author who
     * @return the authorship
     */
    public static Authorship of(PersonRef author) {
        return new Authorship(author, Optional.empty());
    }
}
