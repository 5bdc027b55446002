package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CommitAnswer;

/**
 * Commits in their order. What was decided on what another of them leaves behind is stale if that one was not stored, though
 * somebody else's change may have brought the conversation to the very revision that it names.
 */
final class Chained {

    private Chained() {}

    /**
     * Stores all of them.
     *
     * @param next stores the first of these, and as many of those after it as it can with it; answers those
     */
    static List<CommitAnswer> commit(List<CareCommit> batch, Function<List<CareCommit>, List<CommitAnswer>> next) {
        List<CommitAnswer> answers = new ArrayList<>(batch.size());
        List<CareCommit> unstored = new ArrayList<>();
        while (answers.size() < batch.size()) {
            List<CareCommit> left = batch.subList(answers.size(), batch.size());
            boolean isLost = unstored.stream().anyMatch(left.get(0)::restsOn);
            List<CommitAnswer> some = isLost ? List.of(new CommitAnswer.Stale()) : next.apply(left);
            for (int i = 0; i < some.size(); i++) {
                CareCommit commit = left.get(i);
                if (some.get(i) instanceof CommitAnswer.Committed) {
                    unstored.removeIf(before -> before.key().equals(commit.key()));
                } else {
                    unstored.add(commit);
                }
            }
            answers.addAll(some);
        }
        return answers;
    }
}
