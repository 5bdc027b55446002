package org.clinicchat.outcome;

import java.time.Instant;

/**
 * What a host's page needs beside the message of a refusal. Each refusal code documents which detail it carries;
 * {@link Refusal#detail(Class)} gives it with its type. Details never have a text, a name or a person's id in their
 * {@code toString}.
 */
public interface RefusalDetail {

    /**
     * A bound that was passed.
     *
     * @param allowed the most that is allowed
     * @param actual how many there were
     */
    record Limit(long allowed, long actual) implements RefusalDetail {}

    /**
     * Since when it is so.
     *
     * @param time the moment from which it is refused
     */
    record Since(Instant time) implements RefusalDetail {}

    /**
     * Where in the text.
     *
     * @param index the index of the character, from 0, in UTF-16 units
     * @param codePoint what stands there
     */
    record Position(int index, int codePoint) implements RefusalDetail {}
}
