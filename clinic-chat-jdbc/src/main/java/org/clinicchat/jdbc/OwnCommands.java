package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.StorageFault;

/** Commands in transactions of the store's own: facts from the cache where they may be old, commits by the shortest way. */
final class OwnCommands implements Commands {

    private static final long MOST_KNOWN = 50_000;

    private static final String SOME =
            "One of several commits failed; the others may be stored. The same commits again settle it.";

    private final Connections transactions;
    private final CareFactsQuery facts;
    private final FactsCache cache = new FactsCache(MOST_KNOWN);
    private final Commits commits;
    private final Optional<FastSends> fast;

    OwnCommands(Wired wired) {
        transactions = wired.transactions();
        facts = new CareFactsQuery(wired);
        commits = new Commits(wired);
        fast = wired.dialect() == Dialect.POSTGRESQL
                ? Optional.of(new FastSends(wired, commits::commit))
                : Optional.empty();
    }

    @Override
    public StoredCare facts(CareQuestion question) {
        Optional<StoredCare> known = mayBeOld(question.purpose()) ? cache.find(question) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        StoredCare read = transactions.read(connection -> facts.ask(connection, question));
        cache.keep(question, read);
        return read;
    }

    private static boolean mayBeOld(CareQuestion.Purpose purpose) {
        return purpose == CareQuestion.Purpose.TO_ACCEPT || purpose == CareQuestion.Purpose.TO_READ;
    }

    @Override
    public List<CommitAnswer> commit(List<CareCommit> batch) {
        List<CommitAnswer> answers = new ArrayList<>(batch.size());
        try {
            while (answers.size() < batch.size()) {
                answers.addAll(commitNext(batch.subList(answers.size(), batch.size())));
            }
        } catch (StorageFault e) {
            throw batch.size() == 1 ? e : new StorageFault(SOME, false, e);
        }
        return answers;
    }

    /** The first of these, and those after it that go the short way together with it. */
    private List<CommitAnswer> commitNext(List<CareCommit> left) {
        List<CommitAnswer> answers = fast.flatMap(way -> SendChain.of(left).map(way::commit))
                .orElseGet(() -> List.of(commits.commit(left.get(0))));
        for (int i = 0; i < answers.size(); i++) {
            learn(left.get(i), answers.get(i));
        }
        return answers;
    }

    private void learn(CareCommit commit, CommitAnswer answer) {
        if (answer instanceof CommitAnswer.Committed) {
            cache.committed(commit);
        } else {
            cache.forget(commit.key());
        }
    }
}
