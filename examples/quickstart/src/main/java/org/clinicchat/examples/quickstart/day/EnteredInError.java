package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.JUERGEN;

import org.clinicchat.message.Receipt;

/** A message is retracted; a tombstone stays. */
final class EnteredInError implements Scene {

    @Override
    public String title() {
        return "Entered in error";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell("Dr Rossi opens Jürgen's chat and answers, but names the wrong day.");
        var chat = stage.rossi().conversationWith(JUERGEN);
        chat.open().orThrow();
        Receipt receipt =
                chat.send(Stage.draft(JUERGEN, stage.next("the wrong day"))).orThrow();
        stage.show(receipt);

        page.tell("Nothing is ever edited. She retracts the message and writes a new one. What Jürgen sees then:");
        page.call("chat.retract(receipt.message());  chat.send(Draft.of(juergen, text));");
        stage.at("15:33");
        chat.retract(receipt.message()).orThrow();
        chat.send(Stage.draft(JUERGEN, stage.next("the right day"))).orThrow();
        stage.showWhole(stage.chatOf(JUERGEN));
    }
}
