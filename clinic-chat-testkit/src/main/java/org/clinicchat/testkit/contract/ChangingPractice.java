package org.clinicchat.testkit.contract;

import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyDelivery;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.Practice;

/** Dr Rossi's practice and his chat with Anna while all changes that facts tell, and what is true after each change. */
final class ChangingPractice {

    final Scene scene;
    final Truths<StoredCare> care = new Truths<>();

    /**
     * As {@link #care}; but what was sent under the id may be missed, for a commit looks for it again, and while they share no
     * work group a person link may be an older or a newer one, for nothing follows from it.
     */
    final Truths<StoredCare> careForAccepting = new Truths<>();

    final Truths<PracticeFacts> list = new Truths<>();
    private final Chat chat;
    private final ClientMessageId clientId = ClientMessageId.random();
    private final List<AutoReplyDelivery> delivered = new ArrayList<>();
    private final Random random = new Random(4);
    private AutoReply reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
    private Optional<PriorSend> prior = Optional.empty();
    private boolean shares;
    private boolean linked;
    private boolean permitted;

    ChangingPractice(Scene scene) {
        this.scene = scene;
        chat = scene.chat();
        scene.replace(scene.practice(ROSSI).with(reply));
        note();
    }

    /** What Dr Bianchi asks, who sends under one id all the time. */
    CareQuestion question(CareQuestion.Purpose purpose) {
        return new CareQuestion(chat.key, scene.substitute(), Optional.of(clientId), purpose);
    }

    /** Makes one change; a few of them in any order. */
    void change() {
        switch (random.nextInt(6)) {
            case 0 -> share(!shares);
            case 1 -> link(!linked);
            case 2 -> permit(!permitted);
            case 3 -> say(random.nextBoolean() ? reply.reset() : reply.saying("Torno fra " + random.nextInt()));
            case 4 -> deliver();
            default -> send();
        }
        note();
    }

    private void share(boolean now) {
        shares = now;
        scene.putGroup(GROUP, now ? new PractitionerId[] {ROSSI, BIANCHI} : new PractitionerId[] {BIANCHI});
    }

    private void link(boolean now) {
        linked = now;
        scene.link(BIANCHI, ANNA, now);
    }

    private void permit(boolean now) {
        permitted = now;
        scene.permit(ROSSI, ANNA, now);
    }

    private void say(AutoReply next) {
        reply = next;
        scene.replace(scene.practice(ROSSI).with(reply));
    }

    private void deliver() {
        chat.step()
                .message(scene.patient(), "Buongiorno")
                .autoReply(reply.text(), reply.delivery())
                .store();
        delivered.add(reply.delivery());
    }

    private void send() {
        if (prior.isEmpty()) {
            chat.step().message(scene.substitute(), clientId, "Mi dica").store();
            prior = Optional.of(new PriorSend(chat.key, chat.last()));
        } else {
            chat.ownerSays("Mi dica");
        }
    }

    private void note() {
        Practice practice = scene.practice(ROSSI);
        AutoReplyLedger ledger = AutoReplyLedger.of(delivered, reply.delivery());
        Optional<CareState> state = chat.state().map(known -> new CareState(known.head(), ledger));
        StoredCare now = new StoredCare(Optional.of(practice), true, permitted, shares, linked, state, prior);
        care.add(now);
        for (Optional<PriorSend> sent : new HashSet<>(List.of(prior, Optional.<PriorSend>empty()))) {
            for (boolean link : shares ? Set.of(linked) : Set.of(true, false)) {
                careForAccepting.add(new StoredCare(now.practice(), true, permitted, shares, link, state, sent));
            }
        }
        list.add(new PracticeFacts(Optional.of(practice), shares));
    }
}
