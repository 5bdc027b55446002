package org.clinicchat.examples.quickstart.day;

import java.time.LocalTime;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.PractitionerView;
import org.clinicchat.SubstituteView;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/** What the scenes act with: the chat, the clinic, the clock on its wall, the script and the page. */
final class Stage {

    static final ClinicId SAN_MARCO = ClinicId.of("san-marco");

    private static final int WHOLE = 50;

    private final ClinicChat chat;
    private final StoryClock clock;
    private final Script script;
    private final Page page;

    Stage(ClinicChat chat, StoryClock clock, Script script, Page page) {
        this.chat = chat;
        this.clock = clock;
        this.script = script;
        this.page = page;
    }

    Page page() {
        return page;
    }

    Clinic clinic() {
        return clinic(SAN_MARCO);
    }

    Clinic clinic(ClinicId id) {
        return chat.clinic(id);
    }

    /** Whether anything has ever happened in the clinic: its audit says so, and asking leaves no trace. */
    boolean hasBegun() {
        return !clinic().host().audit(0, 1).isEmpty();
    }

    PractitionerView rossi() {
        return clinic().practitioner(Cast.ROSSI);
    }

    /** Dr Bianchi in substitute mode. */
    SubstituteView bianchiForRossi() {
        return clinic().practitioner(Cast.BIANCHI).substituteFor(Cast.ROSSI);
    }

    /** The chat with Dr Rossi, as the patient has it. */
    Conversation chatOf(PatientId patient) {
        return clinic().patient(patient).conversationWith(Cast.ROSSI);
    }

    /** Sets the clock on the wall. */
    void at(String time) {
        clock.set(LocalTime.parse(time));
    }

    /** The clock is set to the only line of a part of the script. */
    Script.Line next(String part) {
        Script.Line line = script.part(part).get(0);
        clock.set(line.time());
        return line;
    }

    /** The draft of a line for a patient. */
    static Draft draft(PatientId patient, Script.Line line) {
        return Draft.of(patient, line.text());
    }

    /** Sends every line of a part of the script, and shows what it brought into the conversation. */
    void play(String part) {
        for (Script.Line line : script.part(part)) {
            clock.set(line.time());
            show(send(line).orThrow());
        }
    }

    /** Tries to send the only line of a part of the script, and shows that it is refused. */
    void playRefused(String part) {
        Script.Line line = next(part);
        page.attempt(clock.instant(), author(line), line.text());
        page.refusal(refusal(send(line)));
    }

    private static Authorship author(Script.Line line) {
        if (isFromPatient(line)) {
            return Authorship.of(PersonRef.of(patient(line)));
        }
        PersonRef author = PersonRef.of(PractitionerId.of(line.author()));
        return new Authorship(author, line.owner().map(PractitionerId::of).map(PersonRef::of));
    }

    private Outcome<Receipt> send(Script.Line line) {
        PatientId patient = patient(line);
        return conversation(line).send(draft(patient, line));
    }

    private Conversation conversation(Script.Line line) {
        if (isFromPatient(line)) {
            return clinic().patient(patient(line)).conversationWith(PractitionerId.of(line.to()));
        }
        PractitionerView author = clinic().practitioner(PractitionerId.of(line.author()));
        return line.owner()
                .map(owner -> author.substituteFor(PractitionerId.of(owner)).conversationWith(patient(line)))
                .orElseGet(() -> author.conversationWith(patient(line)));
    }

    private static PatientId patient(Script.Line line) {
        return PatientId.of(isFromPatient(line) ? line.author() : line.to());
    }

    private static boolean isFromPatient(Script.Line line) {
        return Cast.PATIENTS.stream().anyMatch(profile -> profile.id().value().equals(line.author()));
    }

    /** Shows a message that was just accepted, and the automatic reply behind it if there is one. */
    void show(Receipt receipt) {
        MessageSeq before = MessageSeq.of(receipt.seq().value() - 1);
        var sent = rossi().conversation(receipt.conversation())
                .after(before, WHOLE)
                .orThrow();
        sent.messages().forEach(page::message);
    }

    /** Shows the numbers beside Dr Rossi's list. */
    void showTotals() {
        var totals = rossi().totals().orThrow();
        page.result("unread: " + totals.unreadMessages() + " messages in " + totals.unreadConversations()
                + " conversations");
    }

    /** Shows a conversation from its beginning, as one of its readers sees it; it marks nothing as read. */
    void showWhole(Conversation conversation) {
        for (Message message :
                conversation.after(MessageSeq.ZERO, WHOLE).orThrow().messages()) {
            page.message(message);
        }
    }

    /** The refusal that the story needs. */
    static Refusal refusal(Outcome<?> outcome) {
        return outcome.whyNot()
                .orElseThrow(() -> new IllegalStateException("the story needs a refusal here, and there was none"));
    }
}
