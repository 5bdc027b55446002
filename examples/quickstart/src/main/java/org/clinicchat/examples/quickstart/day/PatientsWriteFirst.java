package org.clinicchat.examples.quickstart.day;

/** Patients write first; the automatic reply goes out once to each. */
final class PatientsWriteFirst implements Scene {

    @Override
    public String title() {
        return "Patients write first";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell("Anna D'Amico writes, and gets the automatic reply. She writes again, and does not get it again.");
        page.call("clinic.patient(anna).conversationWith(rossi).send(Draft.of(anna, text))");
        stage.play("anna writes");

        page.tell("Others write. Each of them gets the automatic reply once.");
        stage.play("others write");
    }
}
