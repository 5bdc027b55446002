package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.MIRELA;

import org.clinicchat.Conversation;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;

/** Sending the same again gives the same receipt, and sends nothing. */
final class SentTwice implements Scene {

    @Override
    public String title() {
        return "Sent twice, delivered once";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        page.tell("Mirela writes from the lift. Her phone gets no answer and sends again, under the same id.");
        Conversation chat = stage.chatOf(MIRELA);
        ClientMessageId id = ClientMessageId.of("mirelas-phone-0001");
        Draft draft = Draft.of(id, MIRELA, stage.next("mirela writes").text());
        page.call("chat.send(Draft.of(id, mirela, text))  // twice");
        Receipt first = chat.send(draft).orThrow();
        stage.at("16:06");
        Receipt second = chat.send(draft).orThrow();
        page.result(describe("first receipt: ", first));
        page.result(describe("second receipt:", second));
        page.result(first.equals(second) ? "They are equal." : "They differ!");

        page.tell("In the chat there is one message, with one automatic reply.");
        stage.showWhole(chat);

        page.tell("Another text under the same id is no retry, and is not taken for one.");
        var other = Draft.of(id, MIRELA, stage.next("mirela changes her mind").text());
        page.refusal(Stage.refusal(chat.send(other)));
    }

    private static String describe(String label, Receipt receipt) {
        return label + " message " + receipt.seq() + " of the chat, accepted at " + Page.time(receipt.time());
    }
}
