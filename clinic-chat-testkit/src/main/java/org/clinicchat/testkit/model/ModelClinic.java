package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ContactPolicy;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.Role;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.substitution.SubstituteReading;

/** One clinic of the model, and who may do what in it. */
final class ModelClinic {

    final ModelClinicChat chat;
    final ClinicId id;
    final ModelAudit audit;
    final Map<PractitionerId, ModelPractice> practices = new HashMap<>();
    final Map<PatientId, PatientProfile> profiles = new HashMap<>();
    final Map<WorkGroupId, Set<PractitionerId>> groups = new HashMap<>();
    final Set<Where.Between> onePerson = new HashSet<>();
    final Set<Where.Between> permitted = new HashSet<>();
    final List<ModelConversation> conversations = new ArrayList<>();

    ModelClinic(ModelClinicChat chat, ClinicId id) {
        this.chat = chat;
        this.id = id;
        this.audit = new ModelAudit(id, chat::now);
    }

    CareSettings settings() {
        return chat.settings();
    }

    Instant now() {
        return chat.now();
    }

    ModelPractice practice(PractitionerId owner) {
        return Objects.requireNonNull(practices.get(owner), "practice");
    }

    PatientProfile profile(PatientId patient) {
        return Objects.requireNonNull(profiles.get(patient), "profile");
    }

    Optional<ModelConversation> conversation(Where.Between pair) {
        return conversations.stream()
                .filter(conversation -> conversation.between.equals(pair))
                .findFirst();
    }

    /** Whom a caller means; empty if nobody can be meant. */
    Optional<Where.Between> resolve(Where where) {
        if (where instanceof Where.Known known) {
            return conversations.stream()
                    .filter(conversation -> conversation.id.equals(known.id()))
                    .map(conversation -> conversation.between)
                    .findFirst();
        }
        return Optional.of((Where.Between) where);
    }

    ModelConversation begin(Actor actor, Where.Between pair) {
        ConversationId name = ConversationId.of("c" + conversations.size() + "-" + id.value());
        ModelConversation begun = new ModelConversation(this, name, pair, now());
        conversations.add(begun);
        audit.did(AuditAction.CONVERSATION_STARTED, actor, Optional.of(name));
        return begun;
    }

    /** CARE-11. */
    boolean isPossible(Where.Between pair) {
        boolean welcome = settings().contacts() == ContactPolicy.WHOLE_CLINIC || permitted.contains(pair);
        return practices.containsKey(pair.practitioner()) && profiles.containsKey(pair.patient()) && welcome;
    }

    /** SAFE-1. */
    boolean maySee(Actor actor, Where.Between pair) {
        if (!isPossible(pair)) {
            return false;
        }
        if (actor.self().role() == Role.HOST) {
            return true;
        }
        if (actor.self().role() == Role.PATIENT) {
            return actor.self().equals(PersonRef.of(pair.patient()));
        }
        return maySeeFromPractice(actor, pair);
    }

    private boolean maySeeFromPractice(Actor actor, Where.Between pair) {
        PractitionerId self = actor.self().practitioner().orElseThrow();
        boolean himself = onePerson.contains(new Where.Between(self, pair.patient()));
        boolean hisChats = owner(actor).equals(pair.practitioner());
        boolean owns = actor.onBehalfOf().isEmpty();
        boolean standsIn = !owns && conversation(pair).isPresent() && mayStandIn(self, pair.practitioner());
        return hisChats && !himself && (owns || standsIn);
    }

    /** SUB-1. */
    boolean mayStandIn(PractitionerId colleague, PractitionerId owner) {
        boolean together =
                groups.values().stream().anyMatch(group -> group.contains(colleague) && group.contains(owner));
        return together
                && !colleague.equals(owner)
                && practices.containsKey(owner)
                && practice(owner).colleaguesMayRead(now());
    }

    static PractitionerId owner(Actor actor) {
        return actor.onBehalfOf().orElse(actor.self()).practitioner().orElseThrow();
    }

    /** SUB-4. */
    PersonRef reader(Actor actor) {
        boolean shared = settings().substituteReading() == SubstituteReading.SHARED;
        return shared && actor.onBehalfOf().isPresent() ? actor.onBehalfOf().get() : actor.self();
    }
}
