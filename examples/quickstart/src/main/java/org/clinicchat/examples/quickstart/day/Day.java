package org.clinicchat.examples.quickstart.day;

import java.util.List;
import org.clinicchat.ClinicChat;
import org.clinicchat.examples.quickstart.terminal.Terminal;
import org.clinicchat.port.Storage;

/** A clinic's day, told in short scenes; each shows one thing that the chat does. */
public final class Day {

    static final List<Scene> SCENES = List.of(
            new DoorsOpen(),
            new PatientsWriteFirst(),
            new OpeningAndReading(),
            new MarkedAsUnread(),
            new FindingSomebody(),
            new SwitchedOff(),
            new StandingIn(),
            new WrongPatient(),
            new EnteredInError(),
            new SentTwice(),
            new TwoClinics(),
            new Evening(),
            new WhatTheAuditSays());

    private Day() {}

    /**
     * Tells the day; where it was told before, shows what it left.
     *
     * @param storage where the clinic keeps its chats
     * @param terminal where it is told
     * @param stepByStep whether a watcher is asked to go on after each scene
     */
    public static void tell(Storage storage, Terminal terminal, boolean stepByStep) {
        StoryClock clock = new StoryClock();
        Page page = new Page(terminal);
        try (ClinicChat chat = ClinicChat.on(storage).clock(clock).build()) {
            Stage stage = new Stage(chat, clock, Script.load(), page);
            page.cover(
                    "Clinic Chat: a day at the Poliambulatorio San Marco",
                    "Tuesday 17 November 2026, on the clock of the" + " story. Nobody in it exists.");
            if (stage.hasBegun()) {
                play(new WhatIsKept(), 1, stage);
                page.keptFarewell();
                return;
            }
            int number = 0;
            for (Scene scene : SCENES) {
                play(scene, ++number, stage);
                if (stepByStep) {
                    terminal.waitForEnter();
                }
            }
        }
        page.farewell();
    }

    private static void play(Scene scene, int number, Stage stage) {
        stage.page().heading(number, scene.title());
        scene.play(stage);
    }
}
