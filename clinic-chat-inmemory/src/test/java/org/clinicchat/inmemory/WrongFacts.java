package org.clinicchat.inmemory;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.testkit.contract.ConversationFactsContract;
import org.clinicchat.testkit.contract.RetractionFactsContract;

/** What can go wrong with what a decision asks. */
final class WrongFacts {

    private WrongFacts() {}

    static Stream<Wrong> all() {
        return Stream.of(facts(), retractions()).flatMap(Function.identity());
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
                                        question.clientId())));
    }

    private static Stream<Wrong> retractions() {
        return Stream.of(
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
}
