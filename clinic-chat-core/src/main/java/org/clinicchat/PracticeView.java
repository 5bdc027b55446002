package org.clinicchat;

import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Target;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * What both can do in a practitioner's chats: he himself, and a colleague who stands in for him. Whoever may not gets
 * {@link RefusalCode#NOT_FOUND}, as if there were nothing (SAFE-1). Immutable and safe for any number of threads.
 */
public abstract sealed class PracticeView permits PractitionerView, SubstituteView {

    final Shell shell;
    final Actor actor;
    final PractitionerId owner;

    PracticeView(Shell shell, Actor actor, PractitionerId owner) {
        this.shell = shell;
        this.actor = actor;
        this.owner = owner;
    }

    /**
     * A page of the list of conversations, newest message first (INBOX-1 to INBOX-5).
     *
     * @param query which conversations
     * @return the page, or {@code NOT_FOUND}, {@code FOREIGN_CURSOR} or {@code SEARCH_TOO_LONG}
     */
    public Outcome<InboxPage> inbox(InboxQuery query) {
        return shell.lists().inbox(actor, query);
    }

    /**
     * How many conversations and messages are unread (INBOX-5).
     *
     * @return the totals, or {@code NOT_FOUND}
     */
    public Outcome<InboxTotals> totals() {
        return shell.lists().totals(actor);
    }

    /**
     * The conversation with a patient; it begins with the first opening or message (CARE-1).
     *
     * @param patient who
     * @return the conversation
     */
    public PracticeConversation conversationWith(PatientId patient) {
        return new PracticeConversation(shell, actor, Target.of(new ConversationKey(actor.clinic(), owner, patient)));
    }

    /**
     * The conversation of a row of the list.
     *
     * @param id its id; with an unknown one every call gives {@code NOT_FOUND}
     * @return the conversation
     */
    public PracticeConversation conversation(ConversationId id) {
        return new PracticeConversation(shell, actor, Target.of(actor.clinic(), id));
    }

    /**
     * Is told from now on what happens in these chats (LIVE-1). Each event is permitted by itself: a colleague who may no
     * longer stand in is told nothing more (SUB-5).
     *
     * @param listener is told
     * @return ends the telling, or {@code NOT_FOUND}
     */
    public Outcome<Subscription> subscribe(LiveListener listener) {
        return shell.subscribe(actor, listener::onEvent).map(end -> end::run);
    }
}
