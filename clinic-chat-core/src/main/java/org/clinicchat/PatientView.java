package org.clinicchat;

import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Target;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * What a patient can do. What he may not see gives {@link RefusalCode#NOT_FOUND}, as if there were nothing (SAFE-1).
 * Immutable and safe for any number of threads.
 */
public final class PatientView {

    private final Shell shell;
    private final Actor actor;
    private final PatientId self;

    PatientView(Shell shell, Actor actor, PatientId self) {
        this.shell = shell;
        this.actor = actor;
        this.self = self;
    }

    /**
     * The first 50 of his conversations, newest message first (INBOX-7).
     *
     * @return the page, or {@code NOT_FOUND}
     */
    public Outcome<PatientInboxPage> conversations() {
        return shell.lists().patientInbox(actor, self, 50, Optional.empty());
    }

    /**
     * The first of his conversations (INBOX-7).
     *
     * @param limit the most rows, 1 to {@value InboxQuery#MOST_ROWS}
     * @return the page, or {@code NOT_FOUND}
     */
    public Outcome<PatientInboxPage> conversations(int limit) {
        return shell.lists().patientInbox(actor, self, limit, Optional.empty());
    }

    /**
     * The next of his conversations (INBOX-7).
     *
     * @param limit the most rows, 1 to {@value InboxQuery#MOST_ROWS}
     * @param after where the page before ended
     * @return the page, or {@code NOT_FOUND} or {@code FOREIGN_CURSOR}
     */
    public Outcome<PatientInboxPage> conversations(int limit, PageCursor after) {
        return shell.lists().patientInbox(actor, self, limit, Optional.of(after));
    }

    /**
     * The conversation with a practitioner; it begins with the first opening or message, and the patient may write first
     * (CARE-1, CARE-4).
     *
     * @param practitioner who
     * @return the conversation
     */
    public Conversation conversationWith(PractitionerId practitioner) {
        return new Conversation(shell, actor, Target.of(new ConversationKey(actor.clinic(), practitioner, self)));
    }

    /**
     * The conversation of a row of the list.
     *
     * @param id its id; with an unknown one every call gives {@code NOT_FOUND}
     * @return the conversation
     */
    public Conversation conversation(ConversationId id) {
        return new Conversation(shell, actor, Target.of(actor.clinic(), id));
    }

    /**
     * Is told from now on what happens in his conversations (LIVE-1).
     *
     * @param listener is told
     * @return ends the telling, or {@code NOT_FOUND}
     */
    public Outcome<Subscription> subscribe(LiveListener listener) {
        return shell.subscribe(actor, listener::onEvent).map(end -> end::run);
    }
}
