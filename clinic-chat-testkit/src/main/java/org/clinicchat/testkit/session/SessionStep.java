package org.clinicchat.testkit.session;

/**
 * One step of a random history.
 *
 * @param deed what happens
 * @param practitioner at whose desk: 0 or 1
 * @param patient with which patient: 0 to 4
 * @param which which page, session, message or time, where there is a choice
 */
public record SessionStep(Deed deed, int practitioner, int patient, int which) {

    /** What can happen. */
    public enum Deed {
        /** The patient enters the queue. */
        JOINS,
        /** The call with the patient starts. */
        CALL_STARTS,
        /** The patient leaves. */
        LEAVES,
        /** A new page comes up. */
        ATTACHES,
        /** A page is loaded again. */
        REFRESHES,
        /** A page is closed. */
        GOES,
        /** The practitioner chooses the patient. */
        CHOOSES,
        /** The practitioner folds the box down. */
        MINIMISES,
        /** The practitioner closes the box. */
        CLOSES,
        /** The patient writes. */
        PATIENT_WRITES,
        /** The practitioner writes in a session. */
        PRACTITIONER_WRITES,
        /** The practitioner writes, and names another patient. */
        WRITES_TO_ANOTHER,
        /** A message is sent again. */
        SENDS_AGAIN,
        /** Another text is sent under an old id. */
        SENDS_OTHER_TEXT_AGAIN,
        /** The practitioner wants alerts, or not. */
        WANTS_ALERTS,
        /** Hours pass. */
        TIME_PASSES,
        /** What is overdue is looked for. */
        SWEEPS
    }
}
