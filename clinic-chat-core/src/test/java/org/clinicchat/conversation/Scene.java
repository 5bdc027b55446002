package org.clinicchat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.GuestId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;

/** The facts of a care chat in which all is well, to be changed one by one before a decision is asked. */
final class Scene {
    static final ClinicId CLINIC = ClinicId.of("north");
    static final PractitionerId OWNER = PractitionerId.of("dr-a");
    static final PractitionerId COLLEAGUE = PractitionerId.of("dr-b");
    static final PractitionerId STRANGER = PractitionerId.of("dr-c");
    static final PatientId PATIENT = PatientId.of("pat-1");
    static final PatientId OTHER_PATIENT = PatientId.of("pat-2");
    static final ConversationKey KEY = new ConversationKey(CLINIC, OWNER, PATIENT);
    static final Instant START = Instant.parse("2026-03-02T09:00:00.000001Z");
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00.000002Z");

    static final Actor AS_OWNER = Actor.practitioner(CLINIC, OWNER);
    static final Actor AS_SUBSTITUTE = Actor.substitute(CLINIC, COLLEAGUE, OWNER);
    static final Actor AS_PATIENT = Actor.patient(CLINIC, PATIENT);
    static final Actor AS_HOST = Actor.host(CLINIC);
    static final List<Actor> STRANGERS = List.of(
            Actor.practitioner(CLINIC, COLLEAGUE),
            Actor.practitioner(CLINIC, STRANGER),
            Actor.substitute(CLINIC, COLLEAGUE, STRANGER),
            Actor.substitute(CLINIC, OWNER, COLLEAGUE),
            Actor.patient(CLINIC, OTHER_PATIENT),
            Actor.patient(CLINIC, PatientId.of(OWNER.value())),
            Actor.practitioner(CLINIC, PractitionerId.of(PATIENT.value())),
            Actor.guest(CLINIC, GuestId.of(PATIENT.value())),
            Actor.guest(CLINIC, GuestId.of(OWNER.value())));

    static final FreshIds FRESH = new FreshIds(
            ConversationId.of("fresh"), MessageId.of("new-message"), Optional.of(MessageId.of("new-reply")));

    private Actor actor;
    private Optional<Practice> practice = Optional.of(Practice.of(OWNER, START)
            .with(new ChatService(true, START))
            .with(new SubstituteAccess(true, Optional.empty(), Optional.empty())));
    private boolean patientKnown = true;
    private boolean permitted = true;
    private boolean sharesWorkGroup;
    private boolean linked;
    private Optional<CareState> state = Optional.of(new CareState(head(3), AutoReplyLedger.EMPTY));
    private Optional<PriorSend> prior = Optional.empty();
    private CareSettings settings = CareSettings.defaults();
    private Instant now = NOW;

    private Scene(Actor actor) {
        this.actor = actor;
        sharesWorkGroup = actor.onBehalfOf().isPresent();
    }

    static Scene of(Actor actor) {
        return new Scene(actor);
    }

    CareFacts facts() {
        StoredCare stored = new StoredCare(practice, patientKnown, permitted, sharesWorkGroup, linked, state, prior);
        return new CareFacts(actor, KEY, stored, settings, now);
    }

    Scene withoutPractice() {
        practice = Optional.empty();
        return this;
    }

    Scene practice(UnaryOperator<Practice> change) {
        practice = practice.map(change);
        return this;
    }

    Scene autoReply(AutoReply reply) {
        return practice(present -> present.with(reply));
    }

    Scene service(boolean active) {
        return practice(present -> present.with(new ChatService(active, START)));
    }

    Scene substitutes(SubstituteAccess access) {
        return practice(present -> present.with(access));
    }

    Scene patientKnown(boolean known) {
        patientKnown = known;
        return this;
    }

    Scene permitted(boolean yes) {
        permitted = yes;
        return this;
    }

    Scene sharesWorkGroup(boolean yes) {
        sharesWorkGroup = yes;
        return this;
    }

    Scene linked(boolean yes) {
        linked = yes;
        return this;
    }

    Scene notBegun() {
        state = Optional.empty();
        return this;
    }

    Scene state(Optional<CareState> stored) {
        state = stored;
        return this;
    }

    Scene ledger(AutoReplyLedger ledger) {
        state = state.map(present -> new CareState(present.head(), ledger));
        return this;
    }

    Scene head(ConversationHead head) {
        state = state.map(present -> new CareState(head, present.ledger()));
        return this;
    }

    Scene disabled() {
        return head(disabledHead());
    }

    Scene prior(PriorSend found) {
        prior = Optional.of(found);
        return this;
    }

    Scene settings(CareSettings switches) {
        settings = switches;
        return this;
    }

    Scene now(Instant moment) {
        now = moment;
        return this;
    }

    /** The head of an enabled conversation with so many messages, all of the patient's. */
    static ConversationHead head(long messages) {
        return head(messages, START.plusSeconds(messages), AvailabilityState.initial(START));
    }

    static ConversationHead head(long messages, Instant lastTime, AvailabilityState availability) {
        return new ConversationHead(
                ConversationId.of("conv-1"),
                KEY,
                messages + 2,
                messages,
                lastTime,
                new Tally(0, messages),
                availability,
                Optional.empty(),
                Optional.empty());
    }

    static ConversationHead disabledHead() {
        AvailabilityState off = new AvailabilityState(
                Availability.DISABLED, START.plusSeconds(5), Optional.of(PersonRef.of(OWNER)), Optional.of("Rude"));
        return head(3, START.plusSeconds(3), off);
    }

    static Draft draft(String text) {
        return Draft.of(ClientMessageId.of("key-1"), PATIENT, text);
    }

    static Message message(long seq, Actor author, MessageKind kind, String text) {
        return new Message(
                MessageId.of("m" + seq),
                ConversationId.of("conv-1"),
                MessageSeq.of(seq),
                START.plusSeconds(seq),
                Authorship.of(author),
                kind,
                text,
                List.of(),
                Optional.empty());
    }
}
