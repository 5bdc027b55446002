package org.clinicchat.inbox;

import java.util.Objects;

/**
 * Where a page of a list ended (INBOX-5): opaque, to be given back for the next page of the same question. It grants
 * nothing, and may travel through a browser; one that was made for another question is refused.
 *
 * @param value the cursor as it travels, of {@code [A-Za-z0-9_.-]}
 */
public record PageCursor(String value) {

    /** Checks that there is a value. */
    public PageCursor {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The cursor as it came back.
     *
     * @param value what the page sent
     * @return the cursor; whether it is a good one is told when it is used
     */
    public static PageCursor of(String value) {
        return new PageCursor(value);
    }

    @Override
    public String toString() {
        return "PageCursor";
    }
}
