package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.ConversationStatus;
import org.clinicchat.conversation.Side;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.jdbc.ClinicRows.Head;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** Holds what the façade shows to what it shows elsewhere: every unread count to a recount, the totals to their sum. */
final class Shown {

    private static final int PAGE = 200;

    private final Clinic clinic;
    private final List<String> violations = new ArrayList<>();

    private Shown(Clinic clinic) {
        this.clinic = clinic;
    }

    /** What is wrong; empty if nothing is. */
    static List<String> of(ClinicChat chat, ClinicId clinic, ClinicRows rows) {
        Shown shown = new Shown(chat.clinic(clinic));
        Ward.PRACTITIONERS.forEach(owner -> shown.practice(
                owner,
                rows.heads().stream()
                        .filter(head -> head.practitioner().equals(owner.value()))
                        .toList()));
        return shown.violations;
    }

    private void practice(PractitionerId owner, List<Head> heads) {
        long messages = 0;
        long conversations = 0;
        for (Head head : heads) {
            PatientId patient = PatientId.of(head.patient());
            recount(clinic.patient(patient).conversationWith(owner), Side.PATIENT, head);
            ConversationStatus status =
                    recount(clinic.practitioner(owner).conversationWith(patient), Side.PRACTICE, head);
            messages += status.unread();
            conversations += status.unread() > 0 || status.markedUnread() ? 1 : 0;
        }
        InboxTotals totals = clinic.practitioner(owner).totals().orThrow();
        same("totals of " + owner.value(), totals, new InboxTotals(conversations, messages));
    }

    private ConversationStatus recount(Conversation talk, Side side, Head head) {
        List<Message> log = new ArrayList<>();
        ConversationPage page = talk.after(MessageSeq.ZERO, PAGE).orThrow();
        log.addAll(page.messages());
        while (page.hasLater()) {
            page = talk.after(log.get(log.size() - 1).seq(), PAGE).orThrow();
            log.addAll(page.messages());
        }
        ConversationStatus status = page.status();
        same("messages in " + head.id(), (long) log.size(), head.lastSeq());
        same("unread in " + head.id() + " for " + side, status.unread(), unread(log.stream(), side, status.readUpTo()));
        return status;
    }

    private static long unread(Stream<Message> log, Side side, MessageSeq readUpTo) {
        return log.filter(message -> message.seq().compareTo(readUpTo) > 0)
                .filter(side::counts)
                .count();
    }

    private void same(String what, Object shown, Object counted) {
        if (!Objects.equals(shown, counted)) {
            violations.add(what + ": shown " + shown + ", counted " + counted);
        }
    }
}
