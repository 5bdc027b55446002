package org.clinicchat.jdbc;

import java.util.Optional;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;

/** Commands in transactions of the store's own: facts from the cache where they may be old, commits by the shortest way. */
final class OwnCommands implements Commands {

    private static final long MOST_KNOWN = 50_000;

    private final Connections transactions;
    private final CareFactsQuery facts;
    private final FactsCache cache = new FactsCache(MOST_KNOWN);
    private final Commits commits;
    private final Optional<FastSends> fast;
    private final Optional<OneStatementBeginnings> beginnings;

    OwnCommands(Wired wired) {
        transactions = wired.transactions();
        facts = new CareFactsQuery(wired);
        commits = new Commits(wired);
        fast = wired.dialect() == Dialect.POSTGRESQL
                ? Optional.of(new FastSends(wired, commits::commit))
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
    public CommitAnswer commit(CareCommit commit) {
        CommitAnswer answer = PlainSend.of(commit)
                .flatMap(send -> fast.map(way -> way.commit(send)))
                .or(() -> FirstSend.of(commit).flatMap(this::begin))
                .orElseGet(() -> commits.commit(commit));
        if (answer instanceof CommitAnswer.Committed) {
            cache.committed(commit);
        } else {
            cache.forget(commit.key());
        }
        return answer;
    }

    /** Empty if nothing was stored: the long way tells why. */
    private Optional<CommitAnswer> begin(FirstSend send) {
        return beginnings
                .filter(way -> transactions.writeAtOnce(connection -> way.store(connection, send)))
                .map(way -> new CommitAnswer.Committed());
    }
}
