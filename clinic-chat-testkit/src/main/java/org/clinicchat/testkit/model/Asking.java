package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.Role;

/** What every actor asks of every conversation at the end of a history; the chat's answers are held against each other. */
final class Asking {

    private static final int ALL = 500;
    private static final Where NOWHERE = new Where.Known(ConversationId.of("there-never-was-such-a-one"));

    private final History history;
    private final Actor actor;
    private final Where where;
    private final List<Outcome<?>> ofNothing;

    private Asking(History history, Actor actor, Where where, List<Outcome<?>> ofNothing) {
        this.history = history;
        this.actor = actor;
        this.where = where;
        this.ofNothing = ofNothing;
    }

    /** One question of one actor about one conversation. */
    interface Question {
        void ask(Asking asking);
    }

    static void everywhere(History history, Question question) {
        for (Actor actor : Cast.ONLOOKERS) {
            List<Outcome<?>> ofNothing = new ArrayList<>();
            places(history, actor).forEach(where -> question.ask(new Asking(history, actor, where, ofNothing)));
        }
    }

    /** Every conversation of both clinics by its id, and each that the actor could have, by its people. */
    private static Set<Where> places(History history, Actor actor) {
        Set<Where> places = new LinkedHashSet<>();
        for (ClinicId clinic : List.of(Cast.SAN_MARCO, Cast.SAN_LUCA)) {
            history.model
                    .clinic(clinic)
                    .conversations
                    .forEach(conversation -> places.add(new Where.Known(conversation.id)));
        }
        places.addAll(Picks.own(actor));
        return places;
    }

    /** CARE-10. */
    void asAnswered() {
        same("canSend", talk().canSend(), talk().send(draft()));
        same("canAttach", talk().canAttach(), talk().send(draft().attaching(AttachmentRef.of("file-1"))));
        same("canView", talk().canView(), talk().open(1));
    }

    /** SAFE-1. */
    void asOfNothing() {
        if (talk().canView().isAccepted()) {
            return;
        }
        var calls = calls();
        if (ofNothing.isEmpty()) {
            calls.forEach(call -> ofNothing.add(call.apply(history.chat().conversation(actor, NOWHERE))));
        }
        for (int i = 0; i < calls.size(); i++) {
            same("what one may not see", calls.get(i).apply(talk()), ofNothing.get(i));
        }
    }

    /** READ-3. */
    void asRecounted() {
        Optional<ConversationPage> page =
                begun() ? talk().after(MessageSeq.ZERO, ALL).toOptional() : Optional.empty();
        page.ifPresent(all -> {
            long recount = all.messages().stream()
                    .filter(message -> message.seq().compareTo(all.status().readUpTo()) > 0)
                    .filter(this::isUnread)
                    .count();
            if (recount != all.status().unread()) {
                throw failure("unread " + all.status().unread() + ", recounted " + recount);
            }
        });
    }

    private boolean isUnread(Message message) {
        Role across = actor.isPractitioner() ? Role.PATIENT : Role.PRACTITIONER;
        return message.kind() != MessageKind.SYSTEM
                && !message.isRetracted()
                && message.authorship().author().role() == across;
    }

    private List<Function<ConversationCalls, Outcome<?>>> calls() {
        List<Function<ConversationCalls, Outcome<?>>> forAll = List.of(
                talk -> talk.open(2),
                talk -> talk.peek(2),
                talk -> talk.latest(2),
                talk -> talk.after(MessageSeq.ZERO, 2),
                talk -> talk.before(MessageSeq.of(3), 2),
                talk -> talk.resume(Revision.ZERO, 2),
                talk -> talk.send(draft()),
                talk -> talk.send(usedBefore()),
                talk -> talk.retract(someMessage()),
                talk -> talk.markUnread(),
                talk -> talk.markRead(Optional.empty(), MessageSeq.of(1)),
                talk -> talk.canSend(),
                talk -> talk.canAttach(),
                talk -> talk.canView());
        return actor.isPractitioner()
                ? Stream.concat(forAll.stream(), forOwners()).toList()
                : forAll;
    }

    private static Stream<Function<ConversationCalls, Outcome<?>>> forOwners() {
        return Stream.of(talk -> talk.disable(Optional.of("\u0007")), talk -> talk.enable(Optional.of("\u0007")));
    }

    /** A draft under an id that the actor has used in another conversation. */
    private Draft usedBefore() {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        ClientMessageId used = clinic.conversations.stream()
                .filter(conversation -> !clinic.resolve(where).equals(Optional.of(conversation.between)))
                .flatMap(conversation -> conversation.sentBy(actor.self()))
                .findFirst()
                .orElse(ClientMessageId.of("unused"));
        return Draft.of(used, patient(), "something that nobody has written");
    }

    private MessageId someMessage() {
        return history.model.clinic(actor.clinic()).conversations.stream()
                .flatMap(conversation -> conversation.log.stream())
                .map(Message::id)
                .findFirst()
                .orElse(MessageId.of("none"));
    }

    private Draft draft() {
        return Draft.of(patient(), "a new and valid draft");
    }

    private PatientId patient() {
        return history.model
                .clinic(actor.clinic())
                .resolve(where)
                .map(Where.Between::patient)
                .orElse(Cast.ANNA);
    }

    private boolean begun() {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        return clinic.resolve(where).flatMap(clinic::conversation).isPresent();
    }

    private ConversationCalls talk() {
        return history.chat().conversation(actor, where);
    }

    private void same(String what, Outcome<?> one, Outcome<?> other) {
        Optional<Refusal> first = one.whyNot();
        if (!first.equals(other.whyNot())) {
            throw failure(what + ": " + Words.of(one) + "\n    but " + Words.of(other));
        }
    }

    private AssertionError failure(String what) {
        return history.failure(Picks.words(actor, "asks", where), what);
    }
}
