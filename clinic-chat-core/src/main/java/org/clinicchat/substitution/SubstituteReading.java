package org.clinicchat.substitution;

/** Whose read state a substitute's reading changes (switch of SUB-4). */
public enum SubstituteReading {
    /** His own; the owner's does not change. */
    OWN,
    /** The owner's: what a substitute has read, the owner has read. */
    SHARED
}
