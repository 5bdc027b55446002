package org.clinicchat.examples.quickstart.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.PersonRef;

/** Compares what came back with what was sent: every text to the code point, in order, with its author, for both sides. */
final class Verification {

    private final Clinic clinic;
    private final List<Difference> differences = new ArrayList<>();
    private long autoReplies;

    Verification(Clinic clinic) {
        this.clinic = clinic;
    }

    List<Difference> check(List<Played> all) {
        all.forEach(this::check);
        return List.copyOf(differences);
    }

    /** How many automatic replies came back to the practice. */
    long autoReplies() {
        return autoReplies;
    }

    private void check(Played played) {
        Conversation asOwner = clinic.practitioner(played.desk().owner()).conversationWith(played.patient());
        Conversation asPatient =
                clinic.patient(played.patient()).conversationWith(played.desk().owner());
        List<Message> forOwner = whole(asOwner);
        autoReplies += of(MessageKind.AUTO_REPLY, forOwner).size();
        new Side("the practice", played, forOwner).check();
        new Side("the patient", played, whole(asPatient)).check();
        checkUnread(played, asOwner.peek(1).orThrow().status().unread());
    }

    private void checkUnread(Played played, long unread) {
        if (unread != played.unread()) {
            String what = unread + " messages are unread, but a recount gives " + played.unread();
            differences.add(new Difference(played.dialogue().number(), "the practice", what));
        }
    }

    private static List<Message> of(MessageKind kind, List<Message> messages) {
        return messages.stream().filter(message -> message.kind() == kind).toList();
    }

    private static List<Message> whole(Conversation conversation) {
        List<Message> messages = new ArrayList<>();
        MessageSeq last = MessageSeq.ZERO;
        ConversationPage page;
        do {
            page = conversation.after(last, Conversation.MOST_ON_A_PAGE).orThrow();
            messages.addAll(page.messages());
            last = messages.isEmpty() ? last : messages.get(messages.size() - 1).seq();
        } while (page.hasLater());
        return messages;
    }

    /** One conversation as one side sees it. */
    private final class Side {

        private final String reader;
        private final Played played;
        private final List<Message> messages;

        Side(String reader, Played played, List<Message> messages) {
            this.reader = reader;
            this.played = played;
            this.messages = messages;
        }

        void check() {
            checkPlaces();
            checkAutoReplies();
            List<Message> human = of(MessageKind.HUMAN, messages);
            expect(
                    human.size() == played.accepted().size(),
                    human.size() + " messages came back of " + played.accepted().size() + " that were accepted");
            int both = Math.min(human.size(), played.accepted().size());
            for (int i = 0; i < both; i++) {
                check(human.get(i), played.accepted().get(i));
            }
        }

        private void checkPlaces() {
            for (int i = 0; i < messages.size(); i++) {
                long seq = messages.get(i).seq().value();
                expect(seq == i + 1, "place " + (i + 1) + " is taken by message " + seq);
            }
        }

        private void checkAutoReplies() {
            List<Message> replies = of(MessageKind.AUTO_REPLY, messages);
            int due = played.isPatientHeard() ? 1 : 0;
            expect(replies.size() == due, replies.size() + " automatic replies in place of " + due);
            Authorship owner = Authorship.of(PersonRef.of(played.desk().owner()));
            for (Message reply : replies) {
                expect(reply.text().equals(Desk.AUTO_REPLY), "the automatic reply has another text");
                expect(reply.authorship().equals(owner), "the automatic reply has another author");
            }
        }

        private void check(Message message, Played.Sent sent) {
            String place = "message " + message.seq();
            expect(message.id().equals(sent.receipt().message()), place + " is not the one that the receipt names");
            expect(
                    message.seq().equals(sent.receipt().seq()),
                    place + " was given place " + sent.receipt().seq());
            expect(message.authorship().equals(sent.authorship()), place + " has another author");
            int first = firstDifference(message.text(), sent.turn().text());
            expect(first < 0, place + " has another text, from code point " + first + " on");
        }

        private void expect(boolean holds, String otherwise) {
            if (!holds) {
                differences.add(new Difference(played.dialogue().number(), reader, otherwise));
            }
        }
    }

    /** The first code point, from 0, in which two texts differ; -1 if they are the same. */
    static int firstDifference(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.mismatch(left, right);
    }
}
