package org.clinicchat.session.desk;

/** What can happen at a desk. */
enum DeskEvent {
    PATIENT_JOINS,
    CALL_STARTS,
    PATIENT_LEAVES,
    PATIENT_WRITES,
    PRACTITIONER_WRITES,
    PATIENT_CHOSEN,
    BOX_MINIMISED,
    BOX_CLOSED,
    /** The first page, or one after the last had gone. */
    PAGE_ATTACHES,
    /** A second page: for the first one it is a refresh (ERA-4). */
    PAGE_REPLACED,
    PAGE_REFRESHED,
    PAGE_GONE,
    /** Some ended session has lasted as long as it may (ERA-5). */
    DEADLINE,
    NODE_STOPS
}
