package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;

/** Conversations in memory. */
final class Conversations implements ConversationStore {

    private final Clinics clinics;

    Conversations(Clinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public StoredCare facts(CareQuestion question) {
        ConversationKey key = question.key();
        ClinicData clinic = clinics.look(key.clinic());
        return clinic.practice(key.practitioner())
                .map(practice -> practice.locked(() -> facts(question, clinic, Optional.of(practice))))
                .orElseGet(() -> facts(question, clinic, Optional.empty()));
    }

    private static StoredCare facts(CareQuestion question, ClinicData clinic, Optional<StoredPractice> practice) {
        ConversationKey key = question.key();
        Actor actor = question.actor();
        Optional<PractitionerId> colleague = actor.self().practitioner();
        Directory directory = clinic.directory();
        return new StoredCare(
                practice.map(StoredPractice::practice),
                directory.patient(key.patient()).isPresent(),
                directory.isPermitted(new Directory.Pair(key.practitioner(), key.patient())),
                colleague
                        .filter(self -> directory.shareWorkGroup(self, key.practitioner()))
                        .isPresent(),
                colleague
                        .filter(self -> directory.isLinked(new Directory.Pair(self, key.patient())))
                        .isPresent(),
                practice.flatMap(there -> there.state(key.patient())),
                question.clientId().flatMap(id -> clinic.prior(new ClinicData.SendKey(actor.self(), id))));
    }

    @Override
    public Answer<RetractionFacts> retractionFacts(Access access, MessageId message) {
        return reading(access, conversation -> conversation.retractionFacts(message));
    }

    @Override
    public Optional<ConversationKey> find(ClinicId clinic, ConversationId id) {
        return clinics.find(clinic).flatMap(there -> there.key(id));
    }

    @Override
    public List<CommitAnswer> commit(List<CareCommit> batch) {
        List<CommitAnswer> answers = new ArrayList<>(batch.size());
        List<CareCommit> unstored = new ArrayList<>();
        for (CareCommit commit : batch) {
            // Another's change may have brought the conversation to the very revision that this one was decided on.
            boolean isLost = unstored.stream().anyMatch(commit::restsOn);
            CommitAnswer answer = isLost ? new CommitAnswer.Stale() : commit(commit);
            if (answer instanceof CommitAnswer.Committed) {
                unstored.removeIf(before -> before.key().equals(commit.key()));
            } else {
                unstored.add(commit);
            }
            answers.add(answer);
        }
        return answers;
    }

    private CommitAnswer commit(CareCommit commit) {
        ClinicData clinic = clinics.at(commit.key().clinic());
        return clinic.practice(commit.key().practitioner())
                .map(practice -> practice.locked(() -> commit(commit, clinic, practice)))
                .orElseGet(CommitAnswer.Stale::new);
    }

    private static CommitAnswer commit(CareCommit commit, ClinicData clinic, StoredPractice practice) {
        Optional<Sent> sent = sent(commit);
        Optional<PriorSend> prior = sent.flatMap(send -> clinic.prior(send.key()));
        if (prior.isPresent()) {
            return new CommitAnswer.Duplicate(prior.get());
        }
        if (!isPresent(commit, practice)) {
            return new CommitAnswer.Stale();
        }
        // Another practice's commit may have used the id since: the one that remembers it first is the message.
        prior = sent.flatMap(send -> clinic.remember(send.key(), new PriorSend(commit.key(), send.message())));
        if (prior.isPresent()) {
            return new CommitAnswer.Duplicate(prior.get());
        }
        apply(commit, clinic, practice);
        clinic.audit().add(commit.audit());
        return new CommitAnswer.Committed();
    }

    private static boolean isPresent(CareCommit commit, StoredPractice practice) {
        long revision = practice.conversation(commit.key().patient())
                .map(conversation -> conversation.head().revision())
                .orElse(CareCommit.NOT_BEGUN);
        return practice.practice().version() == commit.practiceVersion() && revision == commit.revision();
    }

    private static void apply(CareCommit commit, ClinicData clinic, StoredPractice practice) {
        List<Change> changes = commit.changes();
        boolean begins = changes.get(0) instanceof Change.ConversationStarted;
        if (begins) {
            ConversationHead head = Evolution.evolve(Optional.empty(), changes.subList(0, 1))
                    .orElseThrow()
                    .head();
            practice.add(commit.key().patient(), new StoredConversation(head));
            clinic.register(head.id(), commit.key());
        }
        StoredConversation conversation =
                practice.conversation(commit.key().patient()).orElseThrow();
        practice.change(
                conversation,
                () -> changes.subList(begins ? 1 : 0, changes.size()).forEach(conversation::apply));
    }

    /** A message of somebody's, and under what its acceptance is remembered. */
    private record Sent(ClinicData.SendKey key, Message message) {}

    private static Optional<Sent> sent(CareCommit commit) {
        for (Change change : commit.changes()) {
            if (change instanceof Change.MessageAppended appended
                    && appended.clientId().isPresent()) {
                Message message = appended.message();
                PersonRef author = message.authorship().author();
                return Optional.of(new Sent(
                        new ClinicData.SendKey(author, appended.clientId().get()), message));
            }
        }
        return Optional.empty();
    }

    @Override
    public Answer<MessageSlice> read(Access access, MessageRange range) {
        return reading(access, conversation -> {
            ReadState state = conversation.readState(access.reader());
            return slice(conversation, access, messages(conversation, access, range), state);
        });
    }

    @Override
    public Answer<MessageSlice> open(Access access, int limit) {
        return reading(access, conversation -> {
            ReadState before = conversation.readState(access.reader());
            List<Message> messages = messages(conversation, access, new MessageRange.Unseen(limit));
            boolean unseen = conversation.firstUnseen(access.reader())
                    <= conversation.log().size();
            long last = unseen
                    ? messages.get(messages.size() - 1).seq().value()
                    : conversation.log().size();
            conversation.readState(access.reader(), before.raisedTo(last).opened());
            return slice(conversation, access, messages, before);
        });
    }

    @Override
    public Answer<ReadState> markRead(Access access, long seq, long ticketMarks) {
        return reading(access, conversation -> {
            long upTo = Math.min(seq, conversation.log().size());
            ReadState next = conversation.readState(access.reader()).read(upTo, ticketMarks);
            conversation.readState(access.reader(), next);
            return next;
        });
    }

    @Override
    public Answer<ReadState> markUnread(Access access) {
        return reading(access, conversation -> {
            ReadState next = conversation.readState(access.reader()).marked();
            conversation.readState(access.reader(), next);
            return next;
        });
    }

    @Override
    public Answer<EventSlice> eventsAfter(Access access, long revision, int limit) {
        return reading(
                access,
                conversation -> new EventSlice(
                        conversation.eventsAfter(revision, limit),
                        conversation.head().revision()));
    }

    private <T> Answer<T> reading(Access access, Function<StoredConversation, T> reading) {
        ConversationKey key = access.key();
        ClinicData clinic = clinics.look(key.clinic());
        return clinic.practice(key.practitioner())
                .map(practice -> practice.locked(() -> {
                    Optional<StoredConversation> conversation = practice.conversation(key.patient());
                    if (practice.practice().version() != access.practiceVersion() || conversation.isEmpty()) {
                        return Answer.<T>stale();
                    }
                    clinic.audit().add(access.audit());
                    return Answer.current(reading.apply(conversation.get()));
                }))
                .orElseGet(Answer::stale);
    }

    private static List<Message> messages(StoredConversation conversation, Access access, MessageRange range) {
        MessageLog log = conversation.log();
        if (range instanceof MessageRange.After after) {
            return log.range(after.seq() + 1, after.seq() + after.limit());
        }
        if (range instanceof MessageRange.Before before) {
            long end = Math.min(before.seq() - 1, log.size());
            return log.range(end - before.limit() + 1, end);
        }
        long first = conversation.firstUnseen(access.reader());
        return first <= log.size()
                ? log.range(first, first + range.limit() - 1)
                : log.range(log.size() - range.limit() + 1, log.size());
    }

    private static MessageSlice slice(
            StoredConversation conversation, Access access, List<Message> messages, ReadState before) {
        return new MessageSlice(
                messages,
                conversation.head(),
                before,
                conversation.readState(access.reader()),
                conversation.unread(access.reader()),
                conversation.otherSideCursor(access.reader()));
    }
}
