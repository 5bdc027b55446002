package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.NICOLO;

import org.clinicchat.inbox.InboxQuery;

/** A chat is marked as unread again; the filters. */
final class MarkedAsUnread implements Scene {

    @Override
    public String title() {
        return "Read, but not done with";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        stage.at("09:12");
        page.tell(
                "She reads Nicolò's message, wants to look into his record first, and marks the chat as unread so as not"
                        + " to forget it.");
        var chat = stage.rossi().conversationWith(NICOLO);
        chat.open().orThrow();
        chat.markUnread().orThrow();
        page.call("chat.open();  chat.markUnread();");

        page.tell("Filter \"unread\": by number or by mark. Anna is there again: she has written that 11:30 is fine.");
        page.call("inbox(InboxQuery.all().unread())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all().unread()).orThrow());

        stage.at("09:15");
        stage.rossi().conversationWith(Cast.ANNA).open().orThrow();
        page.tell(
                "She opens Anna's chat. Now it is read, and yet Anna stands under \"awaiting reply\", for her word was the"
                        + " last.");
        page.call("inbox(InboxQuery.all().awaitingReply())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all().awaitingReply()).orThrow());
    }
}
