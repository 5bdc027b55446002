package org.clinicchat.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of this node, and through the transport other nodes, that conversations have moved on; and sweeps over the
 * heads for what no signal told (LIVE-2). Subscribers are found by whose chats they follow, so that a send costs nothing for
 * those whom it does not concern.
 */
@Enforces("LIVE-2")
final class LiveHub {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.live");

    private final InboxStore inboxes;
    private final Gate gate;
    private final Optional<Transport> transport;
    private final Map<Followed, Set<LiveSubscription>> subscriptions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Whose chats are followed: an owner's or a patient's. */
    private record Followed(ClinicId clinic, PersonRef person) {
        static Followed by(Actor actor) {
            return new Followed(actor.clinic(), actor.onBehalfOf().orElse(actor.self()));
        }
    }

    LiveHub(InboxStore inboxes, Gate gate, Optional<Transport> transport) {
        this.inboxes = inboxes;
        this.gate = gate;
        this.transport = transport;
    }

    /** A conversation has moved on, by a commit of this node. */
    void tell(ConversationPosition position) {
        tellHere(position);
        transport.ifPresent(there -> publish(there, position));
    }

    /** A conversation has moved on. */
    void tellHere(ConversationPosition position) {
        if (!subscriptions.isEmpty()) {
            ConversationKey key = position.key();
            tell(new Followed(key.clinic(), PersonRef.of(key.practitioner())), position);
            tell(new Followed(key.clinic(), PersonRef.of(key.patient())), position);
        }
    }

    /** Begins to tell a subscriber: what commits after this has returned, and at most some of what commits meanwhile. */
    void add(LiveSubscription subscription) {
        Followed followed = Followed.by(subscription.actor());
        subscriptions.compute(followed, (any, present) -> {
            Set<LiveSubscription> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(subscription);
            return all;
        });
        boolean begun = false;
        try {
            subscription.startFrom(positions(followed));
            begun = true;
        } finally {
            if (!begun || closed) {
                remove(subscription);
            }
        }
    }

    void remove(LiveSubscription subscription) {
        subscription.close();
        subscriptions.computeIfPresent(Followed.by(subscription.actor()), (any, present) -> {
            present.remove(subscription);
            return present.isEmpty() ? null : present;
        });
    }

    /** Compares what subscribers were told with the heads, and tells the rest. One who cannot be looked at stops no other. */
    void sweep() {
        for (Followed followed : subscriptions.keySet()) {
            try {
                gate.passIfOpen(() -> positions(followed))
                        .orElse(List.of())
                        .forEach(position -> tell(followed, position));
            } catch (RuntimeException e) {
                LOG.warn(
                        "A sweep could not look at somebody's conversations: {}. The next one tries again.",
                        e.getClass().getName());
            }
        }
    }

    void close() {
        closed = true;
        subscriptions.values().forEach(all -> all.forEach(this::remove));
    }

    private void tell(Followed followed, ConversationPosition position) {
        for (LiveSubscription subscription : subscriptions.getOrDefault(followed, Set.of())) {
            subscription.tell(position);
        }
    }

    private List<ConversationPosition> positions(Followed followed) {
        Optional<PractitionerId> owner = followed.person().practitioner();
        return owner.isPresent()
                ? inboxes.positions(followed.clinic(), owner.get())
                : inboxes.positions(
                        followed.clinic(), followed.person().patient().orElseThrow());
    }

    /** The commit stands whatever the transport does: a signal is a hint, and the sweep heals a lost one. */
    private static void publish(Transport transport, ConversationPosition position) {
        try {
            transport.publish(position);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A signal to other nodes was lost: {}. Their next sweep finds the news.",
                    e.getClass().getName());
        }
    }
}
