package org.clinicchat.testkit.contract;

import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.CARLA;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.MONDAY;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.time.InstantSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.HostView;
import org.clinicchat.PracticeConversation;
import org.clinicchat.PracticeSettings;
import org.clinicchat.PractitionerView;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.port.Storage;

/**
 * A clinic on a storage as the façade shows it: Dr Rossi's chat with Anna has begun, the one with Bruno has not, the one
 * with Carla is switched off and has a notice of the host's; Dr Bianchi may stand in.
 */
final class SmallClinic {

    static final String FIRST = "Buongiorno dottore";
    static final String SECOND = "Mi dica";
    static final String NOTICE = "Lo studio resta chiuso";

    private final ClinicId id;
    private final Receipt first;
    private final Receipt notice;

    private SmallClinic(ClinicId id, Receipt first, Receipt notice) {
        this.id = id;
        this.first = first;
        this.notice = notice;
    }

    /** A new clinic in which all of this has been acknowledged. */
    static SmallClinic on(Storage storage) {
        ClinicId id = ClinicId.of(Scene.fresh("clinic"));
        try (ClinicChat chat = chat(storage)) {
            Clinic clinic = chat.clinic(id);
            people(clinic.host());
            PracticeSettings settings = clinic.practitioner(ROSSI).settings();
            settings.activateService().orThrow();
            settings.activateAutoReply("Torno lunedì").orThrow();
            settings.showToSubstitutes().orThrow();
            Receipt first = clinic.patient(ANNA)
                    .conversationWith(ROSSI)
                    .send(draft(ANNA, "first", FIRST))
                    .orThrow();
            clinic.practitioner(ROSSI)
                    .conversationWith(ANNA)
                    .send(draft(ANNA, "second", SECOND))
                    .orThrow();
            clinic.practitioner(ROSSI).conversationWith(CARLA).disable().orThrow();
            Receipt notice =
                    clinic.host().notice(ROSSI, draft(CARLA, "notice", NOTICE)).orThrow();
            return new SmallClinic(id, first, notice);
        }
    }

    private static void people(HostView host) {
        host.putPractice(ROSSI);
        host.putPractice(BIANCHI);
        host.putPatient(PatientProfile.of(ANNA, "Anna", "Neri"));
        host.putPatient(PatientProfile.of(BRUNO, "Bruno", "Riva"));
        host.putPatient(PatientProfile.of(CARLA, "Carla", "Serra"));
        host.putWorkGroup(WorkGroup.of(GROUP, ROSSI, BIANCHI));
    }

    /** A chat that does nothing by itself, at one moment of time. */
    static ClinicChat chat(Storage storage) {
        return ClinicChat.on(storage)
                .clock(InstantSource.fixed(MONDAY))
                .sweepOnDemand()
                .deliverOn(Runnable::run)
                .build();
    }

    static Draft draft(PatientId patient, String id, String text) {
        return Draft.of(ClientMessageId.of(id), patient, text);
    }

    ClinicId id() {
        return id;
    }

    /** What Anna's first message was acknowledged with. */
    Receipt first() {
        return first;
    }

    /** The clinic's people, at one chat. */
    At at(ClinicChat chat) {
        return new At(chat.clinic(id), first, notice);
    }

    /** Who does something at one node. */
    record At(Clinic clinic, Receipt first, Receipt notice) {

        HostView host() {
            return clinic.host();
        }

        PractitionerView owner() {
            return clinic.practitioner(ROSSI);
        }

        PracticeSettings settings() {
            return owner().settings();
        }

        PracticeConversation ownersWith(PatientId patient) {
            return owner().conversationWith(patient);
        }

        PracticeConversation substitutesWith(PatientId patient) {
            return clinic.practitioner(BIANCHI).substituteFor(ROSSI).conversationWith(patient);
        }

        Conversation patients(PatientId patient) {
            return clinic.patient(patient).conversationWith(ROSSI);
        }
    }
}
