package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.Change;
import org.clinicchat.people.Actor;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.BatchContract;
import org.clinicchat.testkit.contract.CommitContract;
import org.clinicchat.testkit.contract.LogOrderContract;
import org.clinicchat.testkit.contract.RevocationContract;

/** What can go wrong with versions and batches. */
final class WrongCommits {

    private WrongCommits() {}

    static Stream<Wrong> all() {
        return Stream.of(versions(), batches()).flatMap(Function.identity());
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

    private static Stream<Wrong> batches() {
        return Stream.of(
                Wrong.answering(
                        "gives up a batch at its first stale commit",
                        BatchContract.class,
                        Set.of("commit"),
                        WrongCommits::givingUp),
                Wrong.answering(
                        "stores a hundred commits of a batch, and calls the rest stale",
                        BatchContract.class,
                        Set.of("commit"),
                        (right, arguments, call) -> {
                            List<CareCommit> batch = commits(arguments);
                            List<CommitAnswer> answers =
                                    new ArrayList<>(answers(call.with(batch.subList(0, Math.min(100, batch.size())))));
                            answers.addAll(
                                    Collections.nCopies(batch.size() - answers.size(), new CommitAnswer.Stale()));
                            return answers;
                        }),
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

    static CareCommit onPresentPractice(Storage right, CareCommit commit) {
        return new CareCommit(
                commit.key(),
                Wrong.version(right, commit.key().clinic(), commit.key().practitioner()),
                commit.revision(),
                commit.changes(),
                commit.audit());
    }

    static CareCommit onPresentRevision(Storage right, CareCommit commit) {
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

    private static Object replaced(Object answers, Class<?> type, CommitAnswer other) {
        return answers(answers).stream()
                .map(answer -> type.isInstance(answer) ? other : answer)
                .toList();
    }

    static List<CareCommit> commits(Object... arguments) {
        return ((List<?>) arguments[0]).stream().map(CareCommit.class::cast).toList();
    }

    static List<CommitAnswer> answers(Object answers) {
        return ((List<?>) answers).stream().map(CommitAnswer.class::cast).toList();
    }
}
