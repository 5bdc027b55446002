package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;

/** One owner's settings. */
final class ModelPractice {

    private final PractitionerId owner;
    boolean serviceActive;
    Instant serviceSince;
    boolean replying;
    String reply = "";
    int activations;
    int resets;
    boolean visible;
    Optional<Instant> from = Optional.empty();
    Optional<Instant> until = Optional.empty();

    ModelPractice(PractitionerId owner, Instant now) {
        this.owner = owner;
        this.serviceSince = now;
    }

    /** Whether a colleague of one work group may stand in at this moment. */
    boolean colleaguesMayRead(Instant now) {
        boolean begun = from.isEmpty() || from.get().compareTo(now) <= 0;
        boolean over = until.isPresent() && until.get().compareTo(now) <= 0;
        return visible && begun && !over;
    }

    /** As it is shown; its version is not modelled. */
    Practice shown() {
        return new Practice(
                owner,
                1,
                new ChatService(serviceActive, serviceSince),
                new AutoReply(replying, reply, activations, resets),
                new SubstituteAccess(visible, from, until));
    }
}
