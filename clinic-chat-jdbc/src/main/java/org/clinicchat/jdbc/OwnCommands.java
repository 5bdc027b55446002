package org.clinicchat.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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
    private final Optional<OneStatementBeginnings> beginnings;

    /**
     * Begins with nothing kept.
     *
     * @param together whether two sends may share a transaction
     */
    OwnCommands(Wired wired, BiPredicate<SendChain, SendChain> together) {
        transactions = wired.transactions();
        facts = new CareFactsQuery(wired);
        commits = new Commits(wired);
        fast = wired.dialect() == Dialect.POSTGRESQL
                ? Optional.of(new FastSends(wired, together, commits::commit))
                : Optional.empty();
        beginnings = wired.dialect() == Dialect.POSTGRESQL
                ? Optional.of(new OneStatementBeginnings(wired))
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
        try {
            return Chained.commit(batch, this::commitNext);
        } catch (StorageFault e) {
            throw batch.size() == 1 ? e : new StorageFault(SOME, false, e);
        }
    }

    /** The first of these, and those after it that go the short way together with it. */
    private List<CommitAnswer> commitNext(List<CareCommit> left) {
        CareCommit first = left.get(0);
        List<CommitAnswer> answers = fast.flatMap(way -> SendChain.of(left).map(way::commit))
                .orElseGet(
                        () -> List.of(FirstSend.of(first).flatMap(this::begin).orElseGet(() -> commits.commit(first))));
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

    /** Empty if nothing was stored: the long way tells why. */
    private Optional<CommitAnswer> begin(FirstSend send) {
        return beginnings
                .filter(way -> transactions.writeAtOnce(connection -> way.store(connection, send)))
                .map(way -> new CommitAnswer.Committed());
    }
}
