package org.clinicchat.session.desk;

import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.ChatBox;

/** Where the chat box is, seen from the patient of an event. */
enum BoxAt {
    CLOSED,
    MINIMIZED_ON_PATIENT,
    OPEN_ON_PATIENT,
    MINIMIZED_ELSEWHERE,
    OPEN_ELSEWHERE;

    static BoxAt of(ChatBox box, PatientId patient) {
        if (box instanceof ChatBox.Open open) {
            return open.on().equals(patient) ? OPEN_ON_PATIENT : OPEN_ELSEWHERE;
        }
        if (box instanceof ChatBox.Minimized folded) {
            return folded.on().equals(patient) ? MINIMIZED_ON_PATIENT : MINIMIZED_ELSEWHERE;
        }
        return CLOSED;
    }

    /** For what happens to the page as a whole: whoever is in the box is the patient of the event. */
    static BoxAt of(ChatBox box) {
        return box.patient().map(on -> of(box, on)).orElse(CLOSED);
    }
}
