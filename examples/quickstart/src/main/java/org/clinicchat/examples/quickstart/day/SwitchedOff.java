package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.CONCETTA;

import org.clinicchat.inbox.InboxQuery;

/** The chat is switched off for one patient; a refused attempt, and what it leaves behind. */
final class SwitchedOff implements Scene {

    @Override
    public String title() {
        return "Switched off for one patient";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell(
                "A wound is nothing for a chat. Dr Rossi asks Concetta to come, and switches the chat off for her until"
                        + " the foot has been seen.");
        var chat = stage.rossi().conversationWith(CONCETTA);
        chat.open().orThrow();
        stage.play("concetta is called in");
        page.call("clinic.practitioner(rossi).conversationWith(concetta).disable(reason)");
        chat.disable("The wound must be seen first.").orThrow();

        page.tell(
                "Concetta tries to write all the same. Nothing is stored, nobody is notified, nothing arrives later; she"
                        + " reads why.");
        long before = stage.chatOf(CONCETTA).peek(1).orThrow().status().head().value();
        stage.playRefused("concetta tries");
        long after = stage.chatOf(CONCETTA).peek(1).orThrow().status().head().value();
        page.result("messages in the chat: " + before + " before, " + after + " after");

        page.tell("The others write as before. The row stays where it is.");
        page.call("inbox(InboxQuery.all().disabled())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all().disabled()).orThrow());
    }
}
