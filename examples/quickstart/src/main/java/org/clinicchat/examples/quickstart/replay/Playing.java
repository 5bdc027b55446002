package org.clinicchat.examples.quickstart.replay;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;

/** Plays one dialogue as one conversation. */
final class Playing {

    private final ClinicId clinicId;
    private final Dialogue dialogue;
    private final Desk desk;
    private final PatientId patient;
    private final Conversation asOwner;
    private final Conversation asSubstitute;
    private final Conversation asPatient;
    private final List<Played.Sent> accepted = new ArrayList<>();
    private final List<Played.NotSent> refused = new ArrayList<>();
    private MessageSeq last = MessageSeq.ZERO;
    private long unread;

    Playing(Clinic clinic, ClinicId clinicId, Desk desk, Dialogue dialogue) {
        this.clinicId = clinicId;
        this.dialogue = dialogue;
        this.desk = desk;
        patient = PatientId.of("patient-" + dialogue.number());
        clinic.host().putPatient(PatientProfile.of(patient, "Patient", "No. " + dialogue.number()));
        var owner = clinic.practitioner(desk.owner());
        asOwner = owner.conversationWith(patient);
        asSubstitute = clinic.practitioner(desk.colleague())
                .substituteFor(desk.owner())
                .conversationWith(patient);
        asPatient = clinic.patient(patient).conversationWith(desk.owner());
    }

    /** The owner opens the chat first: a substitute sees only conversations that have begun (SUB-2). */
    Played play() {
        asOwner.open().orThrow();
        int place = 0;
        for (Turn turn : dialogue.turns()) {
            say(++place, turn);
        }
        return new Played(dialogue, desk, patient, accepted, refused, unread);
    }

    private void say(int place, Turn turn) {
        send(turn)
                .ifAccepted(receipt -> accept(turn, receipt))
                .ifRefused(refusal -> refused.add(new Played.NotSent(place, turn, refusal)));
    }

    /** Whoever answers for himself has read what he answers: the owner says so with his message (READ-7). */
    private Outcome<Receipt> send(Turn turn) {
        Draft draft = Draft.of(patient, turn.text());
        return switch (turn.speaker()) {
            case DOCTOR -> asOwner.send(draft.seenUpTo(last));
            case GUEST_CLINICIAN -> asSubstitute.send(draft);
            case PATIENT, GUEST_FAMILY -> asPatient.send(draft);
        };
    }

    private void accept(Turn turn, Receipt receipt) {
        accepted.add(new Played.Sent(turn, Authorship.of(actor(turn.speaker())), receipt));
        last = receipt.seq();
        if (turn.speaker() == Speaker.DOCTOR) {
            unread = 0;
        } else if (!turn.speaker().isOfThePractice()) {
            unread++;
        }
    }

    private Actor actor(Speaker speaker) {
        return switch (speaker) {
            case DOCTOR -> Actor.practitioner(clinicId, desk.owner());
            case GUEST_CLINICIAN -> Actor.substitute(clinicId, desk.colleague(), desk.owner());
            case PATIENT, GUEST_FAMILY -> Actor.patient(clinicId, patient);
        };
    }
}
