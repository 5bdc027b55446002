package org.clinicchat.inmemory;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.testkit.contract.BatchContract;
import org.clinicchat.testkit.contract.ClinicIsolationContract;
import org.clinicchat.testkit.contract.CommitContract;
import org.clinicchat.testkit.contract.ConversationFactsContract;
import org.clinicchat.testkit.contract.DuplicateContract;
import org.clinicchat.testkit.contract.LogOrderContract;
import org.clinicchat.testkit.contract.RetractionFactsContract;
import org.clinicchat.testkit.contract.RevocationContract;
import org.clinicchat.testkit.contract.StoredChangesContract;
import org.clinicchat.testkit.contract.VerbatimContract;

/** What can go wrong when something is stored, and with what a decision asks. */
final class WrongCommits {

    private WrongCommits() {}

    static Stream<Wrong> all() {
        return Stream.of(versions(), receipts(), batches(), changes(), facts()).flatMap(Function.identity());
    }

    private static Stream<Wrong> versions() {
        return Stream.of(
                Wrong.commits("ignores the practice's version", CommitContract.class, WrongCommits::onPresentPractice),
                Wrong.commits(
                        "ignores the practice's version under load",
                        RevocationContract.class,
                        WrongCommits::onPresentPractice),
                Wrong.commits("ignores the revision", CommitContract.class, WrongCommits::onPresentRevision),
                Wrong.answering(
                        "says committed where it was stale",
                        CommitContract.class,
                        Set.of("commit"),
                        (right, arguments, call) ->
                                replaced(call.with(arguments), CommitAnswer.Stale.class, new CommitAnswer.Committed())),
                Wrong.answering(
                        "writes the audit of stale commits",
                        CommitContract.class,
                        Set.of("commit"),
                        WrongCommits::auditingStaleOnes));
    }

    private static Stream<Wrong> receipts() {
        return Stream.of(
                Wrong.commits(
                        "forgets receipts",
                        DuplicateContract.class,
                        (right, commit) -> with(commit, change -> withClientId(change, Optional.empty()))),
                Wrong.commits(
                        "compares client ids without case",
                        DuplicateContract.class,
                        (right, commit) -> with(commit, WrongCommits::withFoldedId)),
                Wrong.answering(
                        "answers stale before duplicate",
                        DuplicateContract.class,
                        Set.of("commit"),
                        WrongCommits::staleFirst),
                Wrong.argument(
                        "looks for receipts in one conversation alone",
                        DuplicateContract.class,
                        Set.of("facts"),
                        CareQuestion.class,
                        (right, question) -> right.conversations()
                                        .facts(question)
                                        .prior()
                                        .filter(prior -> prior.key().equals(question.key()))
                                        .isPresent()
                                ? question
                                : new CareQuestion(question.key(), question.actor(), Optional.empty())),
                Wrong.remembering(
                        "remembers receipts for all clinics together",
                        ClinicIsolationContract.class,
                        WrongCommits::receiptsOfAllClinics));
    }

    private static Stream<Wrong> batches() {
        return Stream.of(
                Wrong.answering(
                        "gives up a batch at its first stale commit",
                        BatchContract.class,
                        Set.of("commit"),
                        WrongCommits::givingUp),
                Wrong.answering(
                        "stores a batch from its end",
                        BatchContract.class,
                        Set.of("commit"),
                        (right, arguments, call) -> {
                            List<CareCommit> batch = new ArrayList<>(commits(arguments));
                            Collections.reverse(batch);
                            List<CommitAnswer> answers = new ArrayList<>(answers(call.with(batch)));
                            Collections.reverse(answers);
                            return answers;
                        }),
                Wrong.remembering("shows a commit in parts", LogOrderContract.class, WrongCommits::inParts));
    }

    private static Stream<Wrong> changes() {
        return Stream.of(
                changed(
                        "drops what a sender had seen",
                        change -> change instanceof Change.SeenUpTo ? List.of() : List.of(change)),
                text("trims texts", VerbatimContract.class, String::strip),
                text(
                        "normalises texts",
                        VerbatimContract.class,
                        text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
                text(
                        "loses astral characters",
                        VerbatimContract.class,
                        text -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
                text("makes line breaks its own", VerbatimContract.class, text -> text.replace("\r\n", "\n")),
                message(
                        "keeps times to the millisecond",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time().truncatedTo(ChronoUnit.MILLIS),
                                message.authorship(),
                                message.kind(),
                                message.text(),
                                message.attachments(),
                                message.retraction())),
                message(
                        "forgets for whom somebody writes",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time(),
                                Authorship.of(message.authorship().author()),
                                message.kind(),
                                message.text(),
                                message.attachments(),
                                message.retraction())),
                message(
                        "sorts and merges files",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time(),
                                message.authorship(),
                                message.kind(),
                                message.text(),
                                message.attachments().stream().distinct().toList(),
                                message.retraction())),
                Wrong.commits(
                        "forgets the reason of a disabling",
                        StoredChangesContract.class,
                        (right, commit) -> with(
                                commit,
                                change -> change instanceof Change.AvailabilityChanged switched
                                        ? new Change.AvailabilityChanged(
                                                switched.revision(), withoutReason(switched.state()))
                                        : change)),
                Wrong.commits(
                        "drops the audit of commits",
                        CommitContract.class,
                        (right, commit) -> new CareCommit(
                                commit.key(),
                                commit.practiceVersion(),
                                commit.revision(),
                                commit.changes(),
                                List.of())));
    }

    private static Stream<Wrong> facts() {
        return Stream.of(
                Wrong.answer(
                        "takes every reply for the present one",
                        ConversationFactsContract.class,
                        Set.of("facts"),
                        StoredCare.class,
                        facts -> new StoredCare(
                                facts.practice(),
                                facts.patientKnown(),
                                facts.permitted(),
                                facts.sharesWorkGroup(),
                                facts.linkedToPatient(),
                                facts.state()
                                        .map(state -> new CareState(
                                                state.head(),
                                                state.ledger().ever()
                                                        ? AutoReplyLedger.DELIVERED
                                                        : AutoReplyLedger.EMPTY)),
                                facts.prior())),
                Wrong.argument(
                        "asks for the owner's links in place of the actor's",
                        ConversationFactsContract.class,
                        Set.of("facts"),
                        CareQuestion.class,
                        (right, question) -> question.actor().onBehalfOf().isEmpty()
                                ? question
                                : new CareQuestion(
                                        question.key(),
                                        Actor.practitioner(
                                                question.key().clinic(),
                                                question.key().practitioner()),
                                        question.clientId())),
                retraction(
                        "counts the target among the others",
                        (right, arguments, facts) -> new RetractionFacts(
                                facts.target(),
                                facts.newestOther().or(facts::target),
                                facts.waitingSinceWithout()
                                        .or(() -> facts.target().map(Message::time)))),
                retraction(
                        "retracts messages of any conversation",
                        (right, arguments, facts) -> new RetractionFacts(
                                facts.target().or(() -> anywhere(right, arguments)),
                                facts.newestOther(),
                                facts.waitingSinceWithout())));
    }

    /** What a retraction is told in place of the right facts. */
    private interface Retelling {
        RetractionFacts of(Storage right, Object[] arguments, RetractionFacts facts);
    }

    private static Wrong retraction(String name, Retelling retelling) {
        return Wrong.answering(
                name,
                RetractionFactsContract.class,
                Set.of("retractionFacts"),
                (right, arguments, call) -> call.with(arguments) instanceof Answer.Current<?> current
                                && current.value() instanceof RetractionFacts facts
                        ? Answer.current(retelling.of(right, arguments, facts))
                        : Answer.stale());
    }

    private static Optional<Message> anywhere(Storage right, Object... arguments) {
        Access access = (Access) arguments[0];
        return right.inboxes().positions(access.key().clinic(), access.key().practitioner()).stream()
                .map(position -> new Access(position.key(), access.practiceVersion(), access.reader(), access.audit()))
                .map(other -> right.conversations().retractionFacts(other, (MessageId) arguments[1]))
                .flatMap(answer -> answer instanceof Answer.Current<RetractionFacts> current
                        ? current.value().target().stream()
                        : Stream.empty())
                .findFirst();
    }

    private static Wrong changed(String name, Function<Change, List<Change>> change) {
        return Wrong.commits(
                name,
                StoredChangesContract.class,
                (right, commit) -> new CareCommit(
                        commit.key(),
                        commit.practiceVersion(),
                        commit.revision(),
                        commit.changes().stream()
                                .flatMap(each -> change.apply(each).stream())
                                .toList(),
                        commit.audit()));
    }

    private static Wrong text(String name, Class<?> caughtBy, UnaryOperator<String> text) {
        return message(
                name,
                caughtBy,
                message -> new Message(
                        message.id(),
                        message.conversation(),
                        message.seq(),
                        message.time(),
                        message.authorship(),
                        message.kind(),
                        text.apply(message.text()),
                        message.attachments(),
                        message.retraction()));
    }

    private static Wrong message(String name, Class<?> caughtBy, UnaryOperator<Message> message) {
        return Wrong.commits(
                name,
                caughtBy,
                (right, commit) -> with(
                        commit,
                        change -> change instanceof Change.MessageAppended appended
                                ? new Change.MessageAppended(
                                        appended.revision(),
                                        message.apply(appended.message()),
                                        appended.tally(),
                                        appended.clientId())
                                : change));
    }

    private static AvailabilityState withoutReason(AvailabilityState state) {
        return new AvailabilityState(state.availability(), state.since(), state.by(), Optional.empty());
    }

    private static CareCommit with(CareCommit commit, UnaryOperator<Change> change) {
        return new CareCommit(
                commit.key(),
                commit.practiceVersion(),
                commit.revision(),
                commit.changes().stream().map(change).toList(),
                commit.audit());
    }

    private static Change withClientId(Change change, Optional<ClientMessageId> id) {
        return change instanceof Change.MessageAppended appended
                ? new Change.MessageAppended(appended.revision(), appended.message(), appended.tally(), id)
                : change;
    }

    private static Change withFoldedId(Change change) {
        return change instanceof Change.MessageAppended appended
                ? withClientId(
                        change,
                        appended.clientId()
                                .map(id -> ClientMessageId.of(id.value().toLowerCase(Locale.ROOT))))
                : change;
    }

    private static CareCommit onPresentPractice(Storage right, CareCommit commit) {
        return new CareCommit(
                commit.key(),
                Wrong.version(right, commit.key().clinic(), commit.key().practitioner()),
                commit.revision(),
                commit.changes(),
                commit.audit());
    }

    private static CareCommit onPresentRevision(Storage right, CareCommit commit) {
        return new CareCommit(
                commit.key(), commit.practiceVersion(), revision(right, commit), commit.changes(), commit.audit());
    }

    private static long revision(Storage right, CareCommit commit) {
        CareQuestion question =
                new CareQuestion(commit.key(), Actor.host(commit.key().clinic()), Optional.empty());
        return right.conversations()
                .facts(question)
                .state()
                .map(state -> state.head().revision())
                .orElse(CareCommit.NOT_BEGUN);
    }

    private static Object staleFirst(Storage right, Object[] arguments, BentStorage.Call call) {
        List<CommitAnswer> answers = new ArrayList<>();
        for (CareCommit commit : commits(arguments)) {
            boolean present = onPresentPractice(right, commit).equals(commit)
                    && onPresentRevision(right, commit).equals(commit);
            answers.add(present ? answers(call.with(List.of(commit))).get(0) : new CommitAnswer.Stale());
        }
        return answers;
    }

    private static Object auditingStaleOnes(Storage right, Object[] arguments, BentStorage.Call call) {
        List<CommitAnswer> answers = answers(call.with(arguments));
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitAnswer.Stale) {
                commits(arguments).get(i).audit().forEach(right.audit()::refused);
            }
        }
        return answers;
    }

    private static Object givingUp(Storage right, Object[] arguments, BentStorage.Call call) {
        List<CommitAnswer> answers = new ArrayList<>();
        boolean stale = false;
        for (CareCommit commit : commits(arguments)) {
            CommitAnswer answer = stale
                    ? new CommitAnswer.Stale()
                    : answers(call.with(List.of(commit))).get(0);
            stale |= answer instanceof CommitAnswer.Stale;
            answers.add(answer);
        }
        return answers;
    }

    /** Each change in a commit of its own, with time for a read in between. */
    private static BentStorage.Bend inParts() {
        AtomicLong reads = new AtomicLong();
        return (right, method, arguments, call) -> {
            if (method.equals("commit")) {
                return commits(arguments).stream()
                        .map(commit -> inParts(commit, call, reads))
                        .toList();
            }
            Object answer = call.with(arguments);
            if (Set.of("read", "eventsAfter").contains(method)) {
                reads.incrementAndGet();
            }
            return answer;
        };
    }

    private static CommitAnswer inParts(CareCommit commit, BentStorage.Call call, AtomicLong reads) {
        if (commit.revision() == CareCommit.NOT_BEGUN) {
            return answers(call.with(List.of(commit))).get(0);
        }
        long revision = commit.revision();
        CommitAnswer answer = new CommitAnswer.Stale();
        for (Change change : commit.changes()) {
            CareCommit part =
                    new CareCommit(commit.key(), commit.practiceVersion(), revision, List.of(change), List.of());
            answer = answers(call.with(List.of(part))).get(0);
            if (answer instanceof CommitAnswer.Stale) {
                return answer;
            }
            revision = change instanceof Change.MessageAppended appended ? appended.revision() : revision;
            long before = reads.get();
            for (int i = 0; i < 20_000 && reads.get() == before; i++) {
                Thread.onSpinWait();
            }
        }
        return answer;
    }

    /** An author and what he calls his send, whatever the clinic. */
    private record Sent(PersonRef author, ClientMessageId id) {}

    private static BentStorage.Bend receiptsOfAllClinics() {
        Map<Sent, PriorSend> known = new HashMap<>();
        return (right, method, arguments, call) -> {
            if (!method.equals("commit")) {
                return call.with(arguments);
            }
            List<CommitAnswer> answers = new ArrayList<>();
            for (CareCommit commit : commits(arguments)) {
                Optional<PriorSend> prior;
                synchronized (known) {
                    prior = commit.changes().stream()
                            .filter(Change.MessageAppended.class::isInstance)
                            .map(Change.MessageAppended.class::cast)
                            .filter(appended -> appended.clientId().isPresent())
                            .map(appended -> known.putIfAbsent(
                                    new Sent(
                                            appended.message().authorship().author(),
                                            appended.clientId().orElseThrow()),
                                    new PriorSend(commit.key(), appended.message())))
                            .flatMap(Stream::ofNullable)
                            .findFirst();
                }
                answers.add(prior.<CommitAnswer>map(CommitAnswer.Duplicate::new)
                        .orElseGet(() -> answers(call.with(List.of(commit))).get(0)));
            }
            return answers;
        };
    }

    private static Object replaced(Object answers, Class<?> type, CommitAnswer other) {
        return answers(answers).stream()
                .map(answer -> type.isInstance(answer) ? other : answer)
                .toList();
    }

    private static List<CareCommit> commits(Object... arguments) {
        return ((List<?>) arguments[0]).stream().map(CareCommit.class::cast).toList();
    }

    private static List<CommitAnswer> answers(Object answers) {
        return ((List<?>) answers).stream().map(CommitAnswer.class::cast).toList();
    }
}
