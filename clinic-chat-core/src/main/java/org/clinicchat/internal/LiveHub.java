package org.clinicchat.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of this node, and through the transport other nodes, that conversations have moved on; and sweeps over the
 * heads for what no signal told (LIVE-2).
 */
@Enforces("LIVE-2")
final class LiveHub {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.live");

    private final InboxStore inboxes;
    private final Optional<Transport> transport;
    private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();

    LiveHub(InboxStore inboxes, Optional<Transport> transport) {
        this.inboxes = inboxes;
        this.transport = transport;
    }

    /** A conversation has moved on, by a commit of this node. */
    void tell(ConversationPosition position) {
        tellHere(position);
        transport.ifPresent(there -> publish(there, position));
    }

    /** A conversation has moved on. */
    void tellHere(ConversationPosition position) {
        for (LiveSubscription subscription : subscriptions) {
            subscription.tell(position);
        }
    }

    /** From now on the subscriber is told; what happens while the positions are read is told too. */
    void add(LiveSubscription subscription) {
        subscriptions.add(subscription);
        subscription.startFrom(positions(subscription.actor()));
    }

    void remove(LiveSubscription subscription) {
        subscriptions.remove(subscription);
        subscription.close();
    }

    /** Compares what subscribers were told with the heads, and tells the rest. */
    void sweep() {
        for (LiveSubscription subscription : subscriptions) {
            positions(subscription.actor()).forEach(subscription::tell);
        }
    }

    void close() {
        subscriptions.forEach(this::remove);
    }

    private List<ConversationPosition> positions(Actor actor) {
        Optional<PractitionerId> owner = actor.onBehalfOf().orElse(actor.self()).practitioner();
        return owner.isPresent()
                ? inboxes.positions(actor.clinic(), owner.get())
                : inboxes.positions(actor.clinic(), actor.self().patient().orElseThrow());
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
