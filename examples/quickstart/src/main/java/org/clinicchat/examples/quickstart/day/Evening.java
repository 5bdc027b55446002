package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.CONCETTA;

import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxRow;

/** The chat is switched on again, and the list is empty of what is unread. */
final class Evening implements Scene {

    @Override
    public String title() {
        return "In the evening";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        stage.at("17:30");
        page.tell(
                "The foot has been seen and dressed. Dr Rossi switches Concetta's chat on again. The automatic reply, which"
                        + " Concetta has had, stays away.");
        stage.rossi().conversationWith(CONCETTA).enable().orThrow();
        page.call("clinic.practitioner(rossi).conversationWith(concetta).enable()");
        stage.play("concetta is back");

        stage.at("18:00");
        page.tell("She opens what is unread. Now nothing is, and yet she sees at a glance who still waits for a word:"
                + " tomorrow's first three.");
        stage.showTotals();
        for (InboxRow row :
                stage.rossi().inbox(InboxQuery.all().unread()).orThrow().rows()) {
            stage.rossi().conversation(row.conversation()).open().orThrow();
        }
        stage.showTotals();
        page.call("inbox(InboxQuery.all().awaitingReply())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all().awaitingReply()).orThrow());
    }
}
