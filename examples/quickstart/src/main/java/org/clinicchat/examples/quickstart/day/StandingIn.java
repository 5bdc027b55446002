package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.NICOLO;
import static org.clinicchat.examples.quickstart.day.Cast.ROSSI;

import java.time.LocalTime;
import org.clinicchat.inbox.InboxQuery;

/** A colleague answers as substitute, and is shut out as soon as the owner hides her chats. */
final class StandingIn implements Scene {

    @Override
    public String title() {
        return "A colleague stands in";
    }

    @Override
    public void play(Stage stage) {
        showChats(stage);
        answer(stage);
        hideChats(stage);
    }

    private static void showChats(Stage stage) {
        Page page = stage.page();
        stage.at("11:55");
        page.tell("From noon to 15:00 Dr Rossi is on home visits. For that time she shows her chats to her work group;"
                + " patients are told that colleagues may read.");
        stage.rossi()
                .settings()
                .showToSubstitutes(StoryClock.at(LocalTime.of(12, 0)), StoryClock.at(LocalTime.of(15, 0)))
                .orThrow();
        page.call("clinic.practitioner(rossi).settings().showToSubstitutes(noon, three)");
        page.result("at 11:55 colleagues may read: " + colleaguesMayRead(stage));
        stage.at("13:00");
        page.result("at 13:00 colleagues may read: " + colleaguesMayRead(stage));
    }

    private static String colleaguesMayRead(Stage stage) {
        var rows = stage.clinic().patient(NICOLO).conversations().orThrow().rows();
        return rows.get(0).colleaguesMayRead() ? "yes" : "no";
    }

    private static void answer(Stage stage) {
        Page page = stage.page();
        page.tell("Dr Bianchi looks who is waiting, and answers Nicolò. Both names stand with what he writes.");
        page.call("clinic.practitioner(bianchi).substituteFor(rossi).inbox(…)");
        Tables.inbox(
                page,
                stage.bianchiForRossi().inbox(InboxQuery.all().awaitingReply()).orThrow());
        stage.play("the colleague answers");
        page.tell(
                "Dr Rossi's own marks are as she left them: Nicolò's chat is still marked, and his thanks are unread.");
        Tables.inbox(
                page, stage.rossi().inbox(InboxQuery.all().search("nicolo")).orThrow());
    }

    private static void hideChats(Stage stage) {
        Page page = stage.page();
        stage.at("14:15");
        page.tell(
                "She is back early and hides her chats again. Dr Bianchi, in the middle of a sentence, is shut out: for"
                        + " him it is as if there were nothing there.");
        page.call("clinic.practitioner(rossi).settings().hideFromSubstitutes()");
        stage.rossi().settings().hideFromSubstitutes().orThrow();
        page.call("clinic.practitioner(bianchi).substituteFor(rossi).conversationWith(nicolo)…");
        stage.playRefused("the colleague once more");
        var list =
                stage.clinic().practitioner(Cast.BIANCHI).substituteFor(ROSSI).inbox(InboxQuery.all());
        page.result("and the list of Dr Rossi's chats: " + Stage.refusal(list).code());
    }
}
