package org.clinicchat.port;

import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.ClinicId;

/**
 * Conversations, their messages and their read state.
 *
 * <p>Once a change of the practice has returned ({@link PracticeStore#replace}, and what the {@link DirectoryStore} says of
 * versions), no commit and no read under the version before succeeds any more (SUB-5). What a commit has stored is seen by
 * every call that begins after it returned; no reader ever sees a part of it, and once a place of the log is seen nothing
 * below it appears (CARE-7).
 */
public interface ConversationStore {

    /**
     * Everything that a decision asks for, as it was at one moment; one round trip.
     *
     * @param question about which conversation, by whom
     * @return what is known
     */
    StoredCare facts(CareQuestion question);

    /**
     * What a retraction asks of the log besides; one round trip. No message of this id is no fault, but
     * {@link RetractionFacts#NO_SUCH_MESSAGE}.
     *
     * @param access the permission
     * @param message the message to be retracted
     * @return what the log says, or that the permission is stale
     */
    Answer<RetractionFacts> retractionFacts(Access access, MessageId message);

    /**
     * Whose conversation has this id. It never changes.
     *
     * @param clinic where
     * @param id which
     * @return its key, or empty if this clinic has no such conversation
     */
    Optional<ConversationKey> find(ClinicId clinic, ConversationId id);

    /**
     * Stores commits. Each is stored wholly or not at all, independently of those of other conversations; commits of one
     * conversation are stored in their order, and each may be decided on what the one before it leaves behind: where that one is
     * not stored, all that follow it are stale, whatever the revision is by then. A commit succeeds only if the practice's version
     * and the conversation's revision are those that it names, and no message was accepted under its author's client message id.
     * A duplicate is answered before a stale version.
     *
     * <p>A {@link org.clinicchat.conversation.Change.SeenUpTo} raises the reader's cursor as in {@link ReadState#raisedTo}.
     *
     * @param batch what to store; not empty
     * @return one answer for each commit, in order
     * @throws StorageFault if it is not known, or it is known that nothing, was stored: the fault says which
     */
    List<CommitAnswer> commit(List<CareCommit> batch);

    /**
     * Reads messages; marks nothing.
     *
     * @param access the permission
     * @param range which messages
     * @return the messages, or that the permission is stale
     */
    Answer<MessageSlice> read(Access access, MessageRange range);

    /**
     * Opens: reads {@link MessageRange.Unseen}, and in the same step raises the reader's cursor to the last message that was
     * read, or to the head if there was none above the cursor but the reader's own, and clears the mark "unread"
     * ({@link ReadState#opened}) (READ-6).
     *
     * @param access the permission
     * @param limit the most messages, 1 or more
     * @return the messages, or that the permission is stale
     */
    Answer<MessageSlice> open(Access access, int limit);

    /**
     * Marks as read from a view ({@link ReadState#read}). The shell refuses a place beyond the head; should one come, the cursor
     * rises to the head and never beyond it.
     *
     * @param access the permission
     * @param seq up to where
     * @param ticketMarks the number of marks on the view's ticket
     * @return the next state, or that the permission is stale
     */
    Answer<ReadState> markRead(Access access, long seq, long ticketMarks);

    /**
     * Marks as unread ({@link ReadState#marked}).
     *
     * @param access the permission
     * @return the next state, or that the permission is stale
     */
    Answer<ReadState> markUnread(Access access);

    /**
     * The events after a revision.
     *
     * @param access the permission
     * @param revision after which one, 0 or more
     * @param limit the most events, 1 or more
     * @return the events, or that the permission is stale
     */
    Answer<EventSlice> eventsAfter(Access access, long revision, int limit);
}
