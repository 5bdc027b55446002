package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.ANNA;

import org.clinicchat.inbox.InboxQuery;

/** The list of conversations, and how its numbers move as chats are opened and answered. */
final class OpeningAndReading implements Scene {

    @Override
    public String title() {
        return "Dr Rossi opens her list";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        stage.at("09:00");
        page.tell(
                "Newest message first. Who waits for a human answer is counted apart from what is unread: the automatic"
                        + " reply ends nobody's wait.");
        page.call("clinic.practitioner(rossi).inbox(InboxQuery.all())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all()).orThrow());
        stage.showTotals();

        page.tell("She opens Anna's chat. What it gives is marked as read, and nothing else.");
        page.call("clinic.practitioner(rossi).conversationWith(anna).open()");
        var opened = stage.rossi().conversationWith(ANNA).open().orThrow();
        page.result("opened " + opened.messages().size() + " messages, the first unread one was number "
                + opened.firstUnread().orElseThrow());
        stage.showTotals();

        page.tell("And she answers.");
        stage.play("anna is answered");
    }
}
