package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CommitAnswer;

/** What is expected of answers. */
final class Answers {

    private Answers() {}

    static <T> T current(Answer<T> answer) {
        if (answer instanceof Answer.Current<T> current) {
            return current.value();
        }
        throw new AssertionError("stale, though the version is the present one");
    }

    static void assertStale(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Stale.class);
    }

    static void assertCommitted(CommitAnswer answer) {
        assertThat(answer).isInstanceOf(CommitAnswer.Committed.class);
    }

    static void assertStale(CommitAnswer answer) {
        assertThat(answer).isInstanceOf(CommitAnswer.Stale.class);
    }

    static CommitAnswer.Duplicate duplicate(CommitAnswer answer) {
        assertThat(answer).isInstanceOf(CommitAnswer.Duplicate.class);
        return (CommitAnswer.Duplicate) answer;
    }

    static long committed(List<? extends CommitAnswer> answers) {
        return answers.stream().filter(CommitAnswer.Committed.class::isInstance).count();
    }
}
