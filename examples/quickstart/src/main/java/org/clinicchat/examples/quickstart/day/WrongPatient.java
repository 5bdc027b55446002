package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.ANNA;
import static org.clinicchat.examples.quickstart.day.Cast.JUERGEN;

import org.clinicchat.message.Draft;

/** A message that is meant for one patient never goes to another. */
final class WrongPatient implements Scene {

    @Override
    public String title() {
        return "The wrong window";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        Draft draft = Stage.draft(ANNA, stage.next("the slip"));
        var window = stage.rossi().conversationWith(JUERGEN);
        page.tell("Two chats are open on the screen. What is meant for Anna is about to go out in Jürgen's. Every draft"
                + " says whom it is meant for, so it does not.");
        page.call("clinic.practitioner(rossi).conversationWith(juergen).send(Draft.of(anna, …))");
        page.refusal(Stage.refusal(window.send(draft)));

        page.tell("The same draft, in the right window:");
        stage.show(stage.rossi().conversationWith(ANNA).send(draft).orThrow());
    }
}
