package org.clinicchat.testkit.model;

import java.util.Optional;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;

/** A conversation of the chat under test, asked with the model's names. */
record FacadeConversation(Alignment names, Conversation conversation) implements ConversationCalls {

    @Override
    public Outcome<ConversationPage> open(int limit) {
        return conversation.open(limit);
    }

    @Override
    public Outcome<ConversationPage> peek(int limit) {
        return conversation.peek(limit);
    }

    @Override
    public Outcome<ConversationPage> latest(int limit) {
        return conversation.latest(limit);
    }

    @Override
    public Outcome<ConversationPage> after(MessageSeq seq, int limit) {
        return conversation.after(seq, limit);
    }

    @Override
    public Outcome<ConversationPage> before(MessageSeq seq, int limit) {
        return conversation.before(seq, limit);
    }

    @Override
    public Outcome<Receipt> send(Draft draft) {
        return conversation.send(draft);
    }

    @Override
    public Outcome<Allowed> canSend() {
        return conversation.canSend();
    }

    @Override
    public Outcome<Allowed> canAttach() {
        return conversation.canAttach();
    }

    @Override
    public Outcome<Allowed> canView() {
        return conversation.canView();
    }

    @Override
    public Outcome<Message> retract(MessageId message) {
        return conversation.retract(names.real(message));
    }

    @Override
    public Outcome<Allowed> markUnread() {
        return conversation.markUnread();
    }

    @Override
    public Outcome<Allowed> markRead(Optional<ReadTicket> ticket, MessageSeq upTo) {
        return ticket.isPresent() ? conversation.markRead(names.real(ticket.get()), upTo) : conversation.markRead(upTo);
    }

    @Override
    public Outcome<MissedEvents> resume(Revision after, int limit) {
        return conversation.resume(after, limit);
    }

    @Override
    public Outcome<AvailabilityState> disable(Optional<String> reason) {
        PracticeConversation owned = (PracticeConversation) conversation;
        return reason.isPresent() ? owned.disable(reason.get()) : owned.disable();
    }

    @Override
    public Outcome<AvailabilityState> enable(Optional<String> reason) {
        PracticeConversation owned = (PracticeConversation) conversation;
        return reason.isPresent() ? owned.enable(reason.get()) : owned.enable();
    }
}
