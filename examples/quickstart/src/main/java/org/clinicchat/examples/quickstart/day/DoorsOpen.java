package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.BIANCHI;
import static org.clinicchat.examples.quickstart.day.Cast.ROSSI;

import org.clinicchat.HostView;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** The host puts the people; the practitioner switches her service and her automatic reply on. */
final class DoorsOpen implements Scene {

    static final String AUTO_REPLY =
            "Thank you for writing. I read my messages between 9 and 10 and again after 15. What cannot wait: please"
                    + " call the surgery. In an emergency: 112.";

    @Override
    public String title() {
        return "The doors open";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell("The application that embeds the chat tells it who there is: two practitioners in one work group, and"
                + " five patients.");
        HostView host = stage.clinic().host();
        host.putPractice(ROSSI);
        host.putPractice(BIANCHI);
        host.putWorkGroup(WorkGroup.of(WorkGroupId.of("family-doctors"), ROSSI, BIANCHI));
        Cast.PATIENTS.forEach(host::putPatient);
        page.call("Clinic clinic = chat.clinic(ClinicId.of(\"san-marco\"));");
        page.call("clinic.host().putPatient(PatientProfile.of(anna, \"Anna\", \"D'Amico\")…);");

        page.tell("A practitioner's chat is off until she switches it on. Patients see that before they type.");
        page.call("clinic.patient(anna).conversationWith(rossi).canSend()");
        page.refusal(Stage.refusal(stage.chatOf(Cast.ANNA).canSend()));

        page.tell("Dr Rossi switches her service on, and an automatic reply with it.");
        var settings = stage.rossi().settings();
        settings.activateService().orThrow();
        settings.activateAutoReply(AUTO_REPLY).orThrow();
        page.call("clinic.practitioner(rossi).settings().activateService()");
        page.call("clinic.practitioner(rossi).settings().activateAutoReply(text)");
    }
}
