package org.clinicchat.testkit.model;

import java.util.Optional;
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

/** What {@link org.clinicchat.Conversation} can be asked; {@link #disable} and {@link #enable} for the practice alone. */
public interface ConversationCalls {

    /**
     * Opens.
     *
     * @param limit the most messages
     * @return the page, or why not
     */
    Outcome<ConversationPage> open(int limit);

    /**
     * Looks without marking.
     *
     * @param limit the most messages
     * @return the page, or why not
     */
    Outcome<ConversationPage> peek(int limit);

    /**
     * The last messages.
     *
     * @param limit the most messages
     * @return the page, or why not
     */
    Outcome<ConversationPage> latest(int limit);

    /**
     * The first messages after a place.
     *
     * @param seq the place
     * @param limit the most messages
     * @return the page, or why not
     */
    Outcome<ConversationPage> after(MessageSeq seq, int limit);

    /**
     * The last messages before a place.
     *
     * @param seq the place
     * @param limit the most messages
     * @return the page, or why not
     */
    Outcome<ConversationPage> before(MessageSeq seq, int limit);

    /**
     * Sends.
     *
     * @param draft what
     * @return the receipt, or why not
     */
    Outcome<Receipt> send(Draft draft);

    /**
     * Asks about sending.
     *
     * @return yes, or why not
     */
    Outcome<Allowed> canSend();

    /**
     * Asks about sending an attachment.
     *
     * @return yes, or why not
     */
    Outcome<Allowed> canAttach();

    /**
     * Asks about seeing.
     *
     * @return yes, or why not
     */
    Outcome<Allowed> canView();

    /**
     * Retracts.
     *
     * @param message which
     * @return the tombstone, or why not
     */
    Outcome<Message> retract(MessageId message);

    /**
     * Marks as unread.
     *
     * @return done, or why not
     */
    Outcome<Allowed> markUnread();

    /**
     * Marks as read.
     *
     * @param ticket the view's ticket, if there is one
     * @param upTo up to where
     * @return done, or why not
     */
    Outcome<Allowed> markRead(Optional<ReadTicket> ticket, MessageSeq upTo);

    /**
     * What happened after a revision.
     *
     * @param after the revision
     * @param limit the most events
     * @return the events, or why not
     */
    Outcome<MissedEvents> resume(Revision after, int limit);

    /**
     * Switches the chat off for its patient.
     *
     * @param reason why, if it is told
     * @return what it is then, or why not
     */
    Outcome<AvailabilityState> disable(Optional<String> reason);

    /**
     * Switches the chat on for its patient.
     *
     * @param reason why, if it is told
     * @return what it is then, or why not
     */
    Outcome<AvailabilityState> enable(Optional<String> reason);
}
