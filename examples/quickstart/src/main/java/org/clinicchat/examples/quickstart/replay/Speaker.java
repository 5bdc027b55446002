package org.clinicchat.examples.quickstart.replay;

import java.util.Locale;

/** Who speaks in a dialogue of a file. */
enum Speaker {
    /** The practitioner whose chat it is. */
    DOCTOR("the owner of the chat"),
    /** The patient. */
    PATIENT("the patient"),
    /** Somebody of the family. */
    GUEST_FAMILY("on the patient's side"),
    /** A colleague of the practitioner's. */
    GUEST_CLINICIAN("a colleague, as substitute");

    private final String part;

    Speaker(String part) {
        this.part = part;
    }

    /** Which part he takes in the chat. */
    String part() {
        return part;
    }

    /** As he is called in a file. */
    String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    boolean isOfThePractice() {
        return this == DOCTOR || this == GUEST_CLINICIAN;
    }

    static Speaker of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
