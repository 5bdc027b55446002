package org.clinicchat.session.chat;

/** What becomes of a session that ends while the box is not on it (switch of ERA-3). */
public enum EndedElsewhere {
    /** It stays in the list until the next thing that erases; the default. */
    LISTED,
    /** It is erased at once. */
    ERASED
}
