package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Retraction;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;

/** What the model answers in one conversation. */
final class ModelTalk implements ConversationCalls {

    private static final int LONGEST_REASON = 500;

    private final ModelClinic clinic;
    private final Actor actor;
    private final Where where;
    private final ModelSending sending;
    private final PersonRef reader;

    ModelTalk(ModelClinic clinic, Actor actor, Where where) {
        this.clinic = clinic;
        this.actor = actor;
        this.where = where;
        this.sending = new ModelSending(clinic, actor);
        this.reader = clinic.reader(actor);
    }

    @Override
    public Outcome<ConversationPage> open(int limit) {
        return reading(conversation -> {
            ModelReading reading = conversation.reading(reader);
            long before = reading.cursor;
            List<Message> messages = unseen(conversation, limit);
            boolean nothingNew = firstUnseen(conversation).isEmpty();
            reading.raise(nothingNew ? conversation.head() : last(messages));
            reading.clear();
            ReadTicket ticket = clinic.chat.give(
                    new ModelClinicChat.ModelTicket(conversation.id, actor.self(), clinic.chat.nextMoment()));
            return ModelPages.page(conversation, actor, messages, beforeThem(messages), before, Optional.of(ticket));
        });
    }

    @Override
    public Outcome<ConversationPage> peek(int limit) {
        return page(conversation -> unseen(conversation, limit), ModelTalk::beforeThem);
    }

    @Override
    public Outcome<ConversationPage> latest(int limit) {
        return page(conversation -> lastOf(conversation.log, limit), ModelTalk::beforeThem);
    }

    @Override
    public Outcome<ConversationPage> after(MessageSeq seq, int limit) {
        Predicate<Message> asked = message -> message.seq().compareTo(seq) > 0;
        return page(
                conversation ->
                        conversation.log.stream().filter(asked).limit(limit).toList(),
                messages -> asked.negate());
    }

    @Override
    public Outcome<ConversationPage> before(MessageSeq seq, int limit) {
        Predicate<Message> asked = message -> message.seq().compareTo(seq) < 0;
        return page(
                conversation -> lastOf(conversation.log.stream().filter(asked).toList(), limit), messages -> asked);
    }

    @Override
    public Outcome<Receipt> send(Draft draft) {
        return sending.send(where, draft);
    }

    @Override
    public Outcome<Allowed> canSend() {
        return may(pair -> sending.whyNotAtAll(pair, clinic.conversation(pair)));
    }

    @Override
    public Outcome<Allowed> canAttach() {
        return may(pair -> sending.whyNotAtAll(pair, clinic.conversation(pair)).or(() -> sending.whyNotAttach(1)));
    }

    @Override
    public Outcome<Allowed> canView() {
        return may(pair -> Optional.empty());
    }

    @Override
    public Outcome<Message> retract(MessageId id) {
        Optional<ModelConversation> seen =
                clinic.resolve(where).filter(pair -> clinic.maySee(actor, pair)).flatMap(clinic::conversation);
        Optional<Message> found = seen.stream()
                .flatMap(conversation -> conversation.log.stream())
                .filter(message -> message.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return clinic.audit.refuse(
                    actor, seen.map(conversation -> conversation.id), Refusal.of(RefusalCode.NOT_FOUND));
        }
        return retract(seen.get(), found.get());
    }

    private Outcome<Message> retract(ModelConversation conversation, Message message) {
        boolean owner = actor.self().equals(PersonRef.of(conversation.between.practitioner()));
        if (!owner && !message.authorship().author().equals(actor.self())) {
            return clinic.audit.refuse(actor, Optional.of(conversation.id), Refusal.of(RefusalCode.NOT_AUTHOR));
        }
        if (message.retraction().isPresent()) {
            return Outcome.accepted(ModelConversation.shown(message));
        }
        Retraction retraction = new Retraction(new Authorship(actor.self(), actor.onBehalfOf()), clinic.now());
        Message retracted = ModelPages.retracted(message, retraction);
        conversation.replaceRetracted((int) message.seq().value() - 1, retracted);
        clinic.audit.did(AuditAction.MESSAGE_RETRACTED, actor, Optional.of(conversation.id));
        return Outcome.accepted(ModelConversation.shown(retracted));
    }

    @Override
    public Outcome<Allowed> markUnread() {
        return reading(conversation -> {
            conversation.reading(reader).mark(clinic.chat.nextMoment());
            return Allowed.YES;
        });
    }

    @Override
    public Outcome<Allowed> markRead(Optional<ReadTicket> name, MessageSeq upTo) {
        Optional<ConversationId> here = there();
        Optional<ModelClinicChat.ModelTicket> ticket = name.flatMap(clinic.chat::ticket)
                .filter(given -> here.equals(Optional.of(given.conversation())))
                .filter(given -> given.holder().equals(actor.self()));
        if (isSeen() && name.isPresent() && ticket.isEmpty()) {
            return clinic.audit.refuse(actor, here, Refusal.of(RefusalCode.FOREIGN_TICKET));
        }
        if (isSeen() && upTo.value() > messagesThere()) {
            return clinic.audit.refuse(actor, here, Refusal.of(RefusalCode.BEYOND_HEAD));
        }
        return reading(there -> {
            ModelReading reading = there.reading(reader);
            reading.raise(upTo.value());
            ticket.ifPresent(given -> reading.clearFromView(given.given()));
            return Allowed.YES;
        });
    }

    @Override
    public Outcome<MissedEvents> resume(Revision after, int limit) {
        if (isSeen() && after.value() > happeningsThere()) {
            return clinic.audit.refuse(actor, there(), Refusal.of(RefusalCode.FOREIGN_CURSOR));
        }
        return reading(conversation -> {
            List<ConversationEvent> events = conversation
                    .events(actor.self().patient().isPresent())
                    .stream()
                    .filter(event -> event.revision().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
            Revision upTo =
                    events.isEmpty() ? after : events.get(events.size() - 1).revision();
            return new MissedEvents(events, upTo, upTo.value() < conversation.revision());
        });
    }

    @Override
    public Outcome<AvailabilityState> disable(Optional<String> reason) {
        return switchTo(Availability.DISABLED, reason);
    }

    @Override
    public Outcome<AvailabilityState> enable(Optional<String> reason) {
        return switchTo(Availability.ENABLED, reason);
    }

    private Outcome<AvailabilityState> switchTo(Availability to, Optional<String> reason) {
        Optional<Where.Between> pair = clinic.resolve(where).filter(meant -> clinic.maySee(actor, meant));
        if (pair.isEmpty()) {
            return clinic.audit.notFound(actor);
        }
        Optional<ModelConversation> conversation = clinic.conversation(pair.get());
        Optional<Refusal> refusal = actor.onBehalfOf().isPresent()
                ? Optional.of(Refusal.of(RefusalCode.NOT_FOR_SUBSTITUTES))
                : reason.flatMap(text -> ModelText.whyNot(text, LONGEST_REASON));
        if (refusal.isPresent()) {
            return clinic.audit.refuse(actor, conversation.map(begun -> begun.id), refusal.get());
        }
        if (conversation.isEmpty() && to == Availability.ENABLED) {
            return Outcome.accepted(ModelPages.enabledSince(clinic.now()));
        }
        ModelConversation there = conversation.orElseGet(() -> clinic.begin(actor, pair.get()));
        if (there.availability.availability() != to) {
            there.switchTo(new AvailabilityState(to, clinic.now(), Optional.of(actor.self()), reason));
            AuditAction action = to == Availability.DISABLED ? AuditAction.CHAT_DISABLED : AuditAction.CHAT_ENABLED;
            clinic.audit.did(action, actor, Optional.of(there.id));
        }
        return Outcome.accepted(there.availability);
    }

    /** Messages, and which of the others are earlier ones. */
    private Outcome<ConversationPage> page(
            Function<ModelConversation, List<Message>> range, Function<List<Message>, Predicate<Message>> isEarlier) {
        return reading(conversation -> {
            List<Message> messages = range.apply(conversation);
            long cursor = conversation.reading(reader).cursor;
            return ModelPages.page(conversation, actor, messages, isEarlier.apply(messages), cursor, Optional.empty());
        });
    }

    private static Predicate<Message> beforeThem(List<Message> messages) {
        return other -> other.seq().compareTo(messages.get(0).seq()) < 0;
    }

    private boolean isSeen() {
        return clinic.resolve(where).filter(pair -> clinic.maySee(actor, pair)).isPresent();
    }

    /** The conversation that is meant, if it has begun. */
    private Optional<ConversationId> there() {
        return clinic.resolve(where).flatMap(clinic::conversation).map(conversation -> conversation.id);
    }

    private long messagesThere() {
        return clinic.resolve(where)
                .flatMap(clinic::conversation)
                .map(ModelConversation::head)
                .orElse(0L);
    }

    private long happeningsThere() {
        return clinic.resolve(where)
                .flatMap(clinic::conversation)
                .map(ModelConversation::revision)
                .orElse(0L);
    }

    /** The conversation that the actor may see, begun if it had not. */
    private Optional<ModelConversation> begun() {
        return clinic.resolve(where)
                .filter(pair -> clinic.maySee(actor, pair))
                .map(pair -> clinic.conversation(pair).orElseGet(() -> clinic.begin(actor, pair)));
    }

    private <T> Outcome<T> reading(Function<ModelConversation, T> reading) {
        Optional<ModelConversation> conversation = begun();
        if (conversation.isEmpty()) {
            return clinic.audit.notFound(actor);
        }
        clinic.audit.looked(actor, Optional.of(conversation.get().id));
        return Outcome.accepted(reading.apply(conversation.get()));
    }

    private Outcome<Allowed> may(Function<Where.Between, Optional<Refusal>> whyNot) {
        return clinic.resolve(where)
                .filter(pair -> clinic.maySee(actor, pair))
                .map(whyNot)
                .orElse(Optional.of(Refusal.of(RefusalCode.NOT_FOUND)))
                .<Outcome<Allowed>>map(Outcome::refused)
                .orElse(Outcome.accepted(Allowed.YES));
    }

    /** READ-6: from what the reader has not seen and not written. */
    private Optional<Message> firstUnseen(ModelConversation conversation) {
        return conversation.log.stream()
                .filter(message -> message.seq().value() > conversation.reading(reader).cursor)
                .filter(message -> !message.authorship().author().equals(reader))
                .findFirst();
    }

    private List<Message> unseen(ModelConversation conversation, int limit) {
        Optional<Message> first = firstUnseen(conversation);
        return first.isEmpty()
                ? lastOf(conversation.log, limit)
                : conversation.log.stream()
                        .filter(message -> message.seq().compareTo(first.get().seq()) >= 0)
                        .limit(limit)
                        .toList();
    }

    private static List<Message> lastOf(List<Message> messages, int limit) {
        return Stream.of(messages)
                .flatMap(List::stream)
                .skip(Math.max(0, messages.size() - limit))
                .toList();
    }

    private static long last(List<Message> messages) {
        return messages.get(messages.size() - 1).seq().value();
    }
}
