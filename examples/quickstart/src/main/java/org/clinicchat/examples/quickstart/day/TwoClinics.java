package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.ANNA;
import static org.clinicchat.examples.quickstart.day.Cast.ROSSI;

import org.clinicchat.Clinic;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Receipt;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientProfile;

/** Two clinics that happen to use the same ids do not see each other. */
final class TwoClinics implements Scene {

    private static final ClinicId LAKE = ClinicId.of("studio-al-lago");

    @Override
    public String title() {
        return "Another clinic, the same ids";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell(
                "The Studio al Lago uses the same installation. It has a practitioner \"rossi\" and a patient \"anna\" too:"
                        + " other people, who know nothing of San Marco.");
        Clinic lake = open(stage);
        Receipt receipt = lake.patient(ANNA)
                .conversationWith(ROSSI)
                .send(Stage.draft(ANNA, stage.next("the other clinic")))
                .orThrow();
        page.call("chat.clinic(studioAlLago).practitioner(rossi).inbox(InboxQuery.all())");
        Tables.inbox(page, lake.practitioner(ROSSI).inbox(InboxQuery.all()).orThrow());
        page.tell("In San Marco, searching for \"anna\":");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all().search("anna")).orThrow());

        page.tell("Nor does an id that somebody carries over open anything.");
        page.call("clinic.practitioner(rossi).conversation(idFromTheLake).open()");
        ConversationId carriedOver = receipt.conversation();
        page.refusal(Stage.refusal(stage.rossi().conversation(carriedOver).open()));
    }

    private static Clinic open(Stage stage) {
        Clinic lake = stage.clinic(LAKE);
        lake.host().putPractice(ROSSI);
        lake.host().putPatient(PatientProfile.of(ANNA, "Anna", "Pellegrini"));
        lake.practitioner(ROSSI).settings().activateService().orThrow();
        return lake;
    }
}
