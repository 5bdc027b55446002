package org.clinicchat.testkit.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/**
 * What the façade is to answer, written from the rules alone: lists and maps, everything recounted at each question. Its ids,
 * tickets and cursors are names of its own, to be matched with those of the chat under test. For one thread.
 */
public final class ModelClinicChat implements CareChat {

    private final CareSettings settings;
    private final InstantSource clock;
    private final UnaryOperator<ConversationId> realId;
    private final Map<ClinicId, ModelClinic> clinics = new HashMap<>();
    private final Map<ReadTicket, ModelTicket> tickets = new HashMap<>();
    private final Map<PageCursor, ModelCursor> cursors = new HashMap<>();
    final ModelLive live = new ModelLive(this, clinics.values());
    private long moments;

    /** What a read ticket stands for: given to whom, for what, and when in the order of all that happens. */
    record ModelTicket(ConversationId conversation, PersonRef holder, long given) {}

    /** What a page cursor stands for: the question, and the place of the last row. */
    record ModelCursor(Object question, ModelPlace place) {}

    /**
     * An empty model.
     *
     * @param settings the switches
     * @param clock the clock of the chat under test
     * @param realId gives, for an id of the model's, that of the chat under test: lists are ordered by it
     */
    public ModelClinicChat(CareSettings settings, InstantSource clock, UnaryOperator<ConversationId> realId) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.realId = Objects.requireNonNull(realId, "realId");
    }

    @Override
    public HostCalls host(ClinicId clinic) {
        return new ModelHost(clinic(clinic));
    }

    @Override
    public SettingsCalls settings(Actor actor, PractitionerId owner) {
        return new ModelSettings(clinic(actor.clinic()), actor, owner);
    }

    @Override
    public ListCalls lists(Actor actor) {
        return new ModelLists(this, clinic(actor.clinic()), actor);
    }

    @Override
    public ConversationCalls conversation(Actor actor, Where where) {
        return new ModelTalk(clinic(actor.clinic()), actor, where);
    }

    @Override
    public LiveCalls live() {
        return live;
    }

    ModelClinic clinic(ClinicId id) {
        return clinics.computeIfAbsent(id, fresh -> new ModelClinic(this, fresh));
    }

    CareSettings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The next moment: it orders what happens, as no clock does. */
    long nextMoment() {
        return ++moments;
    }

    String realId(ConversationId id) {
        return realId.apply(id).value();
    }

    ReadTicket give(ModelTicket ticket) {
        ReadTicket name = ReadTicket.of("ticket-" + tickets.size());
        tickets.put(name, ticket);
        return name;
    }

    Optional<ModelTicket> ticket(ReadTicket name) {
        return Optional.ofNullable(tickets.get(name));
    }

    PageCursor give(ModelCursor cursor) {
        PageCursor name = PageCursor.of("cursor-" + cursors.size());
        cursors.put(name, cursor);
        return name;
    }

    Optional<ModelCursor> cursor(PageCursor name) {
        return Optional.ofNullable(cursors.get(name));
    }
}
