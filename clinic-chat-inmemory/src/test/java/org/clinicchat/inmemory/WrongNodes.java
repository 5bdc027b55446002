package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clinicchat.conversation.Change;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.testkit.contract.ConversationFactsContract;
import org.clinicchat.testkit.contract.DuplicateContract;
import org.clinicchat.testkit.contract.RevocationContract;

/** What can go wrong with what one node knows, and another has changed. */
final class WrongNodes {

    private WrongNodes() {}

    static Stream<Wrong> all() {
        return Stream.of(
                Wrong.remembering(
                        "decides on facts that it remembers",
                        ConversationFactsContract.class,
                        WrongNodes::rememberingFacts),
                Wrong.remembering(
                        "remembers what it permitted", RevocationContract.class, WrongNodes::rememberingPermissions),
                Wrong.remembering("knows its own sends alone", DuplicateContract.class, WrongNodes::ownSendsAlone),
                skewed());
    }

    /** A cache that forgets what this node changes, and serves every purpose. */
    private static BentStorage.Bend rememberingFacts() {
        Map<CareQuestion, Object> known = new ConcurrentHashMap<>();
        return (right, method, arguments, call) -> {
            if (method.equals("facts") && arguments[0] instanceof CareQuestion question) {
                return known.computeIfAbsent(question, asked -> call.with(asked));
            }
            Object answer = call.with(arguments);
            if (Torn.WRITES.contains(method)) {
                known.clear();
            }
            return answer;
        };
    }

    /** What was the present version when this node looked last is taken for the present one. */
    private static BentStorage.Bend rememberingPermissions() {
        Map<ClinicId, Long> known = new ConcurrentHashMap<>();
        return (right, method, arguments, call) -> {
            if (method.equals("facts") && arguments[0] instanceof CareQuestion question) {
                ClinicId clinic = question.key().clinic();
                known.put(clinic, Wrong.version(right, clinic, question.key().practitioner()));
            }
            if (arguments.length > 0
                    && arguments[0] instanceof Access access
                    && known.getOrDefault(access.key().clinic(), 0L) == access.practiceVersion()) {
                Object[] changed = arguments.clone();
                changed[0] = WrongReads.present(right, access);
                return call.with(changed);
            }
            return call.with(arguments);
        };
    }

    /** Of another node's sends it says only that something has moved. */
    private static BentStorage.Bend ownSendsAlone() {
        Set<ClientMessageId> own = ConcurrentHashMap.newKeySet();
        return (right, method, arguments, call) -> {
            if (!method.equals("commit")) {
                return call.with(arguments);
            }
            List<CareCommit> commits = WrongCommits.commits(arguments);
            List<CommitAnswer> answers = new ArrayList<>(WrongCommits.answers(call.with(arguments)));
            for (int i = 0; i < answers.size(); i++) {
                Set<ClientMessageId> ids = ids(commits.get(i));
                if (answers.get(i) instanceof CommitAnswer.Committed) {
                    own.addAll(ids);
                } else if (answers.get(i) instanceof CommitAnswer.Duplicate && !own.containsAll(ids)) {
                    answers.set(i, new CommitAnswer.Stale());
                }
            }
            return answers;
        };
    }

    private static Set<ClientMessageId> ids(CareCommit commit) {
        Set<ClientMessageId> ids = new HashSet<>();
        for (Change change : commit.changes()) {
            if (change instanceof Change.MessageAppended appended) {
                appended.clientId().ifPresent(ids::add);
            }
        }
        return ids;
    }

    private static Wrong skewed() {
        BentStorage.Bend nodes = new SkewedLinks();
        return Wrong.remembering(
                "links without a look at a group that is put at the same time", RevocationContract.class, () -> nodes);
    }
}
