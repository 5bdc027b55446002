package org.clinicchat;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.CareDecisions;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.conversation.MissedMessages;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Target;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;
import org.clinicchat.port.MessageRange;

/**
 * One care conversation as one actor sees it.
 *
 * <p>Every call asks anew whether the actor may; whoever may not gets {@link RefusalCode#NOT_FOUND}, exactly as where there
 * is no such conversation (SAFE-1). A refused call changes nothing and leaves one record in the audit; {@link #canSend},
 * {@link #canAttach} and {@link #canView} leave none, whatever they answer. The first look of owner or patient at what is not
 * there yet begins the conversation, as does the first message (CARE-1): it is in both lists from then on. A fault of the
 * storage is thrown as {@link org.clinicchat.port.StorageFault}. Immutable and safe for any number of threads.
 */
public sealed class Conversation permits PracticeConversation {

    /** The most messages or events of one page. */
    public static final int MOST_ON_A_PAGE = 500;

    private static final int USUAL_PAGE = 50;

    final Shell shell;
    final Actor actor;
    final Target target;

    Conversation(Shell shell, Actor actor, Target target) {
        this.shell = shell;
        this.actor = actor;
        this.target = target;
    }

    /**
     * Opens with up to 50 messages; see {@link #open(int)}.
     *
     * @return the page with a read ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> open() {
        return open(USUAL_PAGE);
    }

    /**
     * Opens the conversation: gives messages from the first unread one on (or, where nothing is unread, the last ones), marks
     * read what it gives and nothing beyond, and clears the mark "unread" (READ-5, READ-6). Between the reader's cursor and
     * the first unread message it also gives what others wrote that does not count as unread, such as a colleague's answer.
     *
     * @param limit the most messages, 1 to {@value #MOST_ON_A_PAGE}
     * @return the page with a read ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> open(int limit) {
        return shell.reading().open(actor, target, checked(limit));
    }

    /**
     * Gives what {@link #open(int)} would give, and marks nothing (READ-6).
     *
     * @param limit the most messages, 1 to {@value #MOST_ON_A_PAGE}
     * @return the page without a ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> peek(int limit) {
        return shell.reading().page(actor, target, new MessageRange.Unseen(checked(limit)));
    }

    /**
     * The last messages of the conversation, read or not; marks nothing. What a substitute's page begins with who was never
     * here before: for him all is unread, and {@link #open(int)} would begin years ago.
     *
     * @param limit the most messages, 1 to {@value #MOST_ON_A_PAGE}
     * @return the page without a ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> latest(int limit) {
        return shell.reading().page(actor, target, new MessageRange.Before(Long.MAX_VALUE, checked(limit)));
    }

    /**
     * The first messages after a place; marks nothing.
     *
     * @param seq the place; {@link MessageSeq#ZERO} for the beginning
     * @param limit the most messages, 1 to {@value #MOST_ON_A_PAGE}
     * @return the page without a ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> after(MessageSeq seq, int limit) {
        return shell.reading().page(actor, target, new MessageRange.After(seq.value(), checked(limit)));
    }

    /**
     * The last messages before a place; marks nothing.
     *
     * @param seq the place
     * @param limit the most messages, 1 to {@value #MOST_ON_A_PAGE}
     * @return the page without a ticket, or {@code NOT_FOUND}
     */
    public Outcome<ConversationPage> before(MessageSeq seq, int limit) {
        return shell.reading().page(actor, target, new MessageRange.Before(seq.value(), checked(limit)));
    }

    /**
     * Sends a message (CARE-4 to CARE-9). Sending the same draft again, after whatever, gives the first receipt and sends
     * nothing (CARE-8): so after a fault send it again.
     *
     * @param draft what is sent, and to which patient it is spoken
     * @return the receipt, or the first of these reasons: {@code CLIENT_MESSAGE_ID_REUSED}, {@code NOT_FOUND},
     *     {@code WRONG_PATIENT}, {@code SERVICE_OFF} and {@code CHAT_DISABLED} (with {@link RefusalDetail.Since}),
     *     {@code HEAD_MOVED} (with {@link MissedMessages}) or {@code BEYOND_HEAD}, {@code MALFORMED_ID},
     *     {@code ATTACHMENTS_OFF}, {@code MESSAGE_EMPTY}, {@code TEXT_TOO_LONG} (with {@link RefusalDetail.Limit}),
     *     {@code CONTROL_CHARACTER} and {@code TEXT_NOT_UNICODE} (with {@link RefusalDetail.Position}),
     *     {@code TOO_MANY_ATTACHMENTS}, {@code MALFORMED_ATTACHMENT}, {@code BEYOND_HEAD}
     */
    public Outcome<Receipt> send(Draft draft) {
        return shell.care().send(actor, target, draft);
    }

    /**
     * Whether a new, valid draft could be sent now, for a page to show before anybody types (CARE-10, DIS-3).
     *
     * @return yes, or the reason that {@link #send} would give
     */
    public Outcome<Allowed> canSend() {
        return shell.care().ask(actor, target, CareDecisions::canSend);
    }

    /**
     * Whether a new, valid draft with an attachment could be sent now (CARE-10).
     *
     * @return yes, or the reason that {@link #send} would give
     */
    public Outcome<Allowed> canAttach() {
        return shell.care().ask(actor, target, CareDecisions::canAttach);
    }

    /**
     * Whether the conversation could be opened now (CARE-10).
     *
     * @return yes, or the reason that {@link #open} would give
     */
    public Outcome<Allowed> canView() {
        return shell.care().ask(actor, target, CareDecisions::canView);
    }

    /**
     * Retracts a message that was entered in error: its author or the owner of the chat can, also while it is disabled
     * (CARE-6). Readers see a tombstone from then on; the text is kept for the export. Doing it again changes nothing.
     *
     * @param message which
     * @return the tombstone, or {@code NOT_FOUND} or {@code NOT_AUTHOR}
     */
    public Outcome<Message> retract(MessageId message) {
        return shell.care().retract(actor, target, message);
    }

    /**
     * Marks the conversation as unread for the actor; the cursor, the count and receipts stay (READ-4).
     *
     * @return done, or {@code NOT_FOUND}
     */
    public Outcome<Allowed> markUnread() {
        return shell.reading().markUnread(actor, target);
    }

    /**
     * Marks as read what a view shows: raises the cursor, and clears the mark "unread" if the view was opened after it was
     * set (READ-2, READ-5).
     *
     * @param ticket what opening gave to the view
     * @param upTo the last message that the view shows
     * @return done, or {@code NOT_FOUND}, {@code FOREIGN_TICKET} or {@code BEYOND_HEAD}
     */
    public Outcome<Allowed> markRead(ReadTicket ticket, MessageSeq upTo) {
        return shell.reading().markRead(actor, target, Optional.of(ticket), upTo);
    }

    /**
     * Raises the cursor, and leaves the mark "unread" as it is (READ-2).
     *
     * @param upTo the last message that was seen
     * @return done, or {@code NOT_FOUND} or {@code BEYOND_HEAD}
     */
    public Outcome<Allowed> markRead(MessageSeq upTo) {
        return shell.reading().markRead(actor, target, Optional.empty(), upTo);
    }

    /**
     * Exactly what happened after a revision, up to 50 events; see {@link #resume(Revision, int)}.
     *
     * @param after the last revision that the reader knows
     * @return the events, or {@code NOT_FOUND} or {@code FOREIGN_CURSOR}
     */
    public Outcome<MissedEvents> resume(Revision after) {
        return resume(after, USUAL_PAGE);
    }

    /**
     * Exactly what happened after a revision (LIVE-1); marks nothing.
     *
     * @param after the last revision that the reader knows: of the last event, or of a page that had no later messages
     * @param limit the most events, 1 to {@value #MOST_ON_A_PAGE}
     * @return the events, or {@code NOT_FOUND}, or {@code FOREIGN_CURSOR} if this conversation has not come so far
     */
    public Outcome<MissedEvents> resume(Revision after, int limit) {
        Objects.requireNonNull(after, "after");
        return shell.reading().resume(actor, target, after, checked(limit));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_ON_A_PAGE + " entries, not " + limit);
        }
        return limit;
    }
}
