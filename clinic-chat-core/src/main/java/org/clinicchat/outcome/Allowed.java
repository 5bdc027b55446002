package org.clinicchat.outcome;

/** The value of an accepted question "may I?", and of an accepted call that has nothing else to tell. */
public enum Allowed {
    /** Yes. */
    YES;

    /**
     * Accepted, with nothing else to tell.
     *
     * @return accepted
     */
    public static Outcome<Allowed> yes() {
        return Outcome.accepted(YES);
    }
}
