package org.clinicchat.conversation;

/** Which patients may write to which practitioners (switch of CARE-11). */
public enum ContactPolicy {
    /** Every patient of the clinic to every practitioner of it. */
    WHOLE_CLINIC,
    /** Only the pairs that the host has permitted. */
    PERMITTED_PAIRS
}
