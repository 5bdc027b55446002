package org.clinicchat.testkit.model;

/**
 * A step of a random history: what is done, and some numbers that choose by whom, where and how, out of what there is then.
 *
 * @param deed what
 * @param who chooses the actor
 * @param where chooses the conversation
 * @param first chooses as the deed has it
 * @param second chooses as the deed has it
 * @param text what is written or searched for
 */
record Step(Deed deed, int who, int where, int first, int second, String text) {

    Command plan(History history) {
        return deed.plan(history, this);
    }

    /** The text is shown when the step is told. */
    @Override
    public String toString() {
        return deed + "(" + who + "," + where + "," + first + "," + second + ")";
    }
}
