package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.Role;

/**
 * What the model tells subscribers (LIVE-1, SUB-5): when a conversation has moved on, or at a sweep, everything in it since
 * the last that the subscriber was told, if he may see it then.
 */
final class ModelLive implements LiveCalls {

    private final ModelClinicChat chat;
    private final Collection<ModelClinic> clinics;
    private final Map<Integer, Subscriber> subscribers = new HashMap<>();
    private final Map<ConversationId, Long> revisions = new HashMap<>();

    /** One subscription; how far it was told of each conversation, and what was not asked for yet. */
    private static final class Subscriber {
        final Actor actor;
        final Map<ConversationId, Long> upTo = new HashMap<>();
        final List<News> news = new ArrayList<>();
        boolean closed;

        Subscriber(Actor actor) {
            this.actor = actor;
        }
    }

    ModelLive(ModelClinicChat chat, Collection<ModelClinic> clinics) {
        this.chat = chat;
        this.clinics = clinics;
    }

    @Override
    public Outcome<Allowed> subscribe(int number, Actor actor) {
        tellWhatMoved();
        if (!new ModelLists(chat, chat.clinic(actor.clinic()), actor).maySubscribe()) {
            return chat.clinic(actor.clinic()).audit.notFound(actor);
        }
        Subscriber subscriber = new Subscriber(actor);
        all().forEach(conversation -> subscriber.upTo.put(conversation.id, conversation.revision()));
        subscribers.put(number, subscriber);
        return Outcome.accepted(Allowed.YES);
    }

    @Override
    public void close(int number) {
        tellWhatMoved();
        Optional.ofNullable(subscribers.get(number)).ifPresent(subscriber -> subscriber.closed = true);
    }

    @Override
    public void sweep() {
        tellWhatMoved();
        all().forEach(this::tell);
    }

    @Override
    public List<News> told(int number, int expected) {
        tellWhatMoved();
        Subscriber subscriber = subscribers.get(number);
        List<News> news = subscriber == null ? List.of() : List.copyOf(subscriber.news);
        Optional.ofNullable(subscriber).ifPresent(known -> known.news.clear());
        return news;
    }

    /** Whether something has happened in an owner's chats that an open subscription to them may not know. */
    boolean withholds() {
        return subscribers.values().stream()
                .filter(subscriber -> subscriber.actor.self().role() == Role.PRACTITIONER && !subscriber.closed)
                .anyMatch(subscriber -> chat.clinic(subscriber.actor.clinic()).conversations.stream()
                        .filter(conversation ->
                                conversation.between.practitioner().equals(ModelClinic.owner(subscriber.actor)))
                        .anyMatch(conversation ->
                                subscriber.upTo.getOrDefault(conversation.id, 0L) < conversation.revision()));
    }

    private void tellWhatMoved() {
        for (ModelConversation conversation : all()) {
            Long before = revisions.put(conversation.id, conversation.revision());
            if (!Objects.equals(before, conversation.revision())) {
                tell(conversation);
            }
        }
    }

    private List<ModelConversation> all() {
        return clinics.stream().flatMap(clinic -> clinic.conversations.stream()).toList();
    }

    private void tell(ModelConversation conversation) {
        for (Subscriber subscriber : subscribers.values()) {
            boolean his = subscriber.actor.clinic().equals(conversation.clinic.id);
            if (his && !subscriber.closed && conversation.clinic.maySee(subscriber.actor, conversation.between)) {
                tell(conversation, subscriber);
            }
        }
    }

    /** Each event is a look of its own (SAFE-3). */
    private static void tell(ModelConversation conversation, Subscriber subscriber) {
        ConversationKey key = new ConversationKey(
                conversation.clinic.id, conversation.between.practitioner(), conversation.between.patient());
        long after = subscriber.upTo.getOrDefault(conversation.id, 0L);
        for (ConversationEvent event :
                conversation.events(subscriber.actor.self().patient().isPresent())) {
            if (event.revision().value() > after) {
                subscriber.news.add(new News(key, event));
                subscriber.upTo.put(conversation.id, event.revision().value());
                conversation.clinic.audit.looked(subscriber.actor, Optional.of(conversation.id));
            }
        }
    }
}
