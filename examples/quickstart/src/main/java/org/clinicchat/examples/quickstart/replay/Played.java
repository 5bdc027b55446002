package org.clinicchat.examples.quickstart.replay;

import java.util.List;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.people.PatientId;

/**
 * What became of one dialogue.
 *
 * @param dialogue which
 * @param desk at whose desk
 * @param patient with which patient
 * @param accepted what was accepted, in order
 * @param refused what was refused, in order
 * @param unread how many messages must be unread for the owner now
 */
record Played(
        Dialogue dialogue, Desk desk, PatientId patient, List<Sent> accepted, List<NotSent> refused, long unread) {

    Played {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** Whether the patient's side got a message in, and so the automatic reply. */
    boolean isPatientHeard() {
        return accepted.stream().anyMatch(sent -> !sent.turn().speaker().isOfThePractice());
    }

    /**
     * A turn that was accepted.
     *
     * @param turn what was said
     * @param authorship who must stand as its author, and for whom
     * @param receipt what the clinic answered
     */
    record Sent(Turn turn, Authorship authorship, Receipt receipt) {}

    /**
     * A turn that was refused.
     *
     * @param place which turn of its dialogue: 1, 2, 3 …
     * @param turn what was said
     * @param refusal why
     */
    record NotSent(int place, Turn turn, Refusal refusal) {}
}
