package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.inbox.PatientInboxRow;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/** What the model lists. */
final class ModelLists implements ListCalls {

    private static final int LONGEST_SEARCH = 200;

    private final ModelClinicChat chat;
    private final ModelClinic clinic;
    private final Actor actor;
    private final PersonRef reader;

    ModelLists(ModelClinicChat chat, ModelClinic clinic, Actor actor) {
        this.chat = chat;
        this.clinic = clinic;
        this.actor = actor;
        this.reader = clinic.reader(actor);
    }

    /** A page of what was found, and the place of its last row if others follow. */
    private record Slice<R>(List<R> rows, Optional<ModelPlace> last) {}

    @Override
    public Outcome<InboxPage> inbox(InboxQuery query) {
        if (!mayList()) {
            return clinic.audit.notFound(actor);
        }
        if (query.search().length() > LONGEST_SEARCH) {
            return refuse(Refusal.of(
                    RefusalCode.SEARCH_TOO_LONG,
                    new RefusalDetail.Limit(LONGEST_SEARCH, query.search().length())));
        }
        Object question = List.of(clinic.id, actor.self(), owner(), query.filters(), query.search());
        if (query.after().isPresent() && place(query.after(), question).isEmpty()) {
            return refuse(Refusal.of(RefusalCode.FOREIGN_CURSOR));
        }
        clinic.audit.looked(actor, Optional.empty());
        Slice<InboxRow> slice = slice(
                listed().filter(conversation -> passes(conversation, query)),
                place(query.after(), question),
                query.limit(),
                this::row);
        return Outcome.accepted(new InboxPage(slice.rows(), cursor(slice, question)));
    }

    @Override
    public Outcome<InboxTotals> totals() {
        if (!mayList()) {
            return clinic.audit.notFound(actor);
        }
        clinic.audit.looked(actor, Optional.empty());
        long chats =
                listed().filter(conversation -> conversation.isUnread(reader)).count();
        long messages =
                listed().mapToLong(conversation -> conversation.unread(reader)).sum();
        return Outcome.accepted(new InboxTotals(chats, messages));
    }

    @Override
    public Outcome<PatientInboxPage> conversations(int limit, Optional<PageCursor> after) {
        PatientId self = actor.self().patient().orElseThrow();
        if (!clinic.profiles.containsKey(self)) {
            return clinic.audit.notFound(actor);
        }
        Object question = List.of(clinic.id, self);
        if (after.isPresent() && place(after, question).isEmpty()) {
            return refuse(Refusal.of(RefusalCode.FOREIGN_CURSOR));
        }
        Slice<PatientInboxRow> slice = slice(
                clinic.conversations.stream()
                        .filter(conversation -> conversation.between.patient().equals(self))
                        .filter(conversation -> clinic.isPossible(conversation.between)),
                place(after, question),
                limit,
                this::patientRow);
        return Outcome.accepted(new PatientInboxPage(slice.rows(), cursor(slice, question)));
    }

    private PractitionerId owner() {
        return ModelClinic.owner(actor);
    }

    /** LIVE-1: whoever has a list. */
    boolean maySubscribe() {
        return actor.self().patient().map(clinic.profiles::containsKey).orElseGet(this::mayList);
    }

    private boolean mayList() {
        PractitionerId self = actor.self().practitioner().orElseThrow();
        return actor.onBehalfOf().isEmpty() ? clinic.practices.containsKey(owner()) : clinic.mayStandIn(self, owner());
    }

    private Stream<ModelConversation> listed() {
        return clinic.conversations.stream().filter(conversation -> clinic.maySee(actor, conversation.between));
    }

    private boolean passes(ModelConversation conversation, InboxQuery query) {
        boolean filtered = query.filters().stream().allMatch(filter -> switch (filter) {
            case UNREAD -> conversation.isUnread(reader);
            case AWAITING_REPLY -> conversation.awaitingSince().isPresent();
            case DISABLED -> ModelSending.isDisabled(conversation);
        });
        return filtered && ModelSearch.finds(query.search(), clinic.profile(conversation.between.patient()));
    }

    private <R> Slice<R> slice(
            Stream<ModelConversation> found,
            Optional<ModelPlace> after,
            int limit,
            Function<ModelConversation, R> row) {
        List<ModelConversation> rest = found.sorted(Comparator.comparing(this::place))
                .filter(conversation -> after.isEmpty() || place(conversation).compareTo(after.get()) > 0)
                .toList();
        List<ModelConversation> page = new ArrayList<>(rest.subList(0, Math.min(limit, rest.size())));
        return new Slice<>(
                page.stream().map(row).toList(),
                page.size() < rest.size() ? Optional.of(place(page.get(page.size() - 1))) : Optional.empty());
    }

    private ModelPlace place(ModelConversation conversation) {
        return new ModelPlace(conversation.lastTime(), chat.realId(conversation.id));
    }

    private Optional<ModelPlace> place(Optional<PageCursor> cursor, Object question) {
        return cursor.flatMap(chat::cursor)
                .filter(known -> known.question().equals(question))
                .map(ModelClinicChat.ModelCursor::place);
    }

    private Optional<PageCursor> cursor(Slice<?> slice, Object question) {
        return slice.last().map(last -> chat.give(new ModelClinicChat.ModelCursor(question, last)));
    }

    private InboxRow row(ModelConversation conversation) {
        return new InboxRow(
                conversation.id,
                clinic.profile(conversation.between.patient()),
                conversation.availability,
                conversation.unread(reader),
                conversation.reading(reader).isMarked(),
                conversation.lastMessageTime(),
                conversation.preview(),
                conversation.awaitingSince(),
                MessageSeq.of(conversation.head()),
                Revision.of(conversation.revision()));
    }

    private PatientInboxRow patientRow(ModelConversation conversation) {
        ModelPractice practice = clinic.practice(conversation.between.practitioner());
        return new PatientInboxRow(
                conversation.id,
                conversation.between.practitioner(),
                ModelConversation.withoutPerson(conversation.availability),
                practice.serviceActive,
                practice.colleaguesMayRead(clinic.now()),
                conversation.unread(reader),
                conversation.reading(reader).isMarked(),
                conversation.lastMessageTime(),
                conversation.preview(),
                MessageSeq.of(conversation.head()),
                Revision.of(conversation.revision()));
    }

    private <T> Outcome<T> refuse(Refusal refusal) {
        return clinic.audit.refuse(actor, Optional.empty(), refusal);
    }
}
