package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.ClinicIsolationContract;
import org.clinicchat.testkit.contract.DuplicateContract;

/** What can go wrong with what was sent before. */
final class WrongReceipts {

    private WrongReceipts() {}

    static Stream<Wrong> all() {
        return Stream.of(
                Wrong.commits(
                        "forgets receipts",
                        DuplicateContract.class,
                        (right, commit) -> with(commit, change -> withClientId(change, Optional.empty()))),
                Wrong.commits(
                        "compares client ids without case",
                        DuplicateContract.class,
                        (right, commit) -> with(commit, WrongReceipts::withFoldedId)),
                Wrong.answering(
                        "answers stale before duplicate",
                        DuplicateContract.class,
                        Set.of("commit"),
                        WrongReceipts::staleFirst),
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
                        WrongReceipts::receiptsOfAllClinics));
    }

    private static Object staleFirst(Storage right, Object[] arguments, BentStorage.Call call) {
        List<CommitAnswer> answers = new ArrayList<>();
        for (CareCommit commit : WrongCommits.commits(arguments)) {
            boolean present = WrongCommits.onPresentPractice(right, commit).equals(commit)
                    && WrongCommits.onPresentRevision(right, commit).equals(commit);
            answers.add(
                    present ? WrongCommits.answers(call.with(List.of(commit))).get(0) : new CommitAnswer.Stale());
        }
        return answers;
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
            for (CareCommit commit : WrongCommits.commits(arguments)) {
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
                        .orElseGet(() ->
                                WrongCommits.answers(call.with(List.of(commit))).get(0)));
            }
            return answers;
        };
    }

    static Change withClientId(Change change, Optional<ClientMessageId> id) {
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

    static CareCommit with(CareCommit commit, UnaryOperator<Change> change) {
        return new CareCommit(
                commit.key(),
                commit.practiceVersion(),
                commit.revision(),
                commit.changes().stream().map(change).toList(),
                commit.audit());
    }
}
