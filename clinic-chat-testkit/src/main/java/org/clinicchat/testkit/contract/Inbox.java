package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.SearchTerms;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.ListSlice;

/** Dr Rossi's list as a test knows it, and what the storage answers. */
final class Inbox {

    static final Comparator<Chat> NEWEST_FIRST = Comparator.comparing(Inbox::position);

    final Scene scene;
    final List<Chat> chats = new ArrayList<>();

    Inbox(Scene scene) {
        this.scene = scene;
    }

    /** A list with so many conversations of one message each, each later than the one before. */
    static Inbox of(Scene scene, int conversations) {
        Inbox inbox = new Inbox(scene);
        for (int i = 0; i < conversations; i++) {
            inbox.add("patient-" + i).patientSays("Messaggio " + i);
        }
        return inbox;
    }

    /** A conversation that has not begun, with a patient who has a profile. */
    Chat add(String patient) {
        return add(PatientProfile.of(PatientId.of(patient), "Paziente", "Numero"));
    }

    Chat add(PatientProfile profile) {
        return add(profile, ConversationId.of(Scene.fresh("chat")));
    }

    Chat add(PatientProfile profile, ConversationId id) {
        scene.put(profile);
        Chat chat = new Chat(scene, scene.key(ROSSI, profile.id()), id);
        chats.add(chat);
        return chat;
    }

    static ListPosition position(Chat chat) {
        return new ListPosition(chat.head().lastTime(), chat.id);
    }

    InboxAccess access(PractitionerId actor, PersonRef reader, boolean permittedOnly) {
        return new InboxAccess(scene.clinic, ROSSI, scene.version(ROSSI), actor, reader, permittedOnly, List.of());
    }

    InboxAccess access() {
        return access(ROSSI, OWNER, false);
    }

    static InboxScan scan(Optional<ListPosition> after, int limit, Filter... filters) {
        return new InboxScan(Set.of(filters), Optional.empty(), after, limit);
    }

    ListSlice<InboxRow> page(InboxAccess access, InboxScan scan) {
        return Answers.current(scene.storage.inboxes().page(access, scan));
    }

    InboxTotals totals(InboxAccess access) {
        return Answers.current(scene.storage.inboxes().totals(access));
    }

    List<ConversationId> found(String typed, Filter... filters) {
        InboxScan scan = new InboxScan(Set.of(filters), Optional.of(SearchTerms.of(typed)), Optional.empty(), 1_000);
        return ids(page(access(), scan));
    }

    static List<ConversationId> ids(ListSlice<InboxRow> slice) {
        return slice.rows().stream().map(InboxRow::conversation).toList();
    }

    /** The rows that are expected, in order. */
    List<InboxRow> expected(PersonRef reader, Predicate<Chat> which) {
        return chats.stream()
                .filter(chat -> chat.state().isPresent())
                .filter(which)
                .sorted(NEWEST_FIRST)
                .map(chat -> row(chat, reader))
                .toList();
    }

    InboxTotals expectedTotals(PersonRef reader, Predicate<Chat> which) {
        List<Chat> begun = chats.stream()
                .filter(chat -> chat.state().isPresent())
                .filter(which)
                .toList();
        return new InboxTotals(
                begun.stream().filter(chat -> chat.isUnread(reader)).count(),
                begun.stream().mapToLong(chat -> chat.unread(reader)).sum());
    }

    /** How far all conversations are. */
    Set<ConversationPosition> positions() {
        return chats.stream()
                .map(Chat::state)
                .flatMap(Optional::stream)
                .map(state -> new ConversationPosition(
                        state.head().key(), state.head().revision()))
                .collect(Collectors.toSet());
    }

    Predicate<Chat> passes(PersonRef reader, Set<Filter> filters) {
        Map<Filter, Predicate<Chat>> tests = new EnumMap<>(Filter.class);
        tests.put(Filter.UNREAD, chat -> chat.isUnread(reader));
        tests.put(
                Filter.AWAITING_REPLY, chat -> chat.head().awaitingReplySince().isPresent());
        tests.put(Filter.DISABLED, chat -> chat.head().availability().isDisabled());
        return filters.stream().map(tests::get).reduce(chat -> true, Predicate::and);
    }

    /** Expects the whole list and its totals, for a reader. */
    void assertListed(PersonRef reader) {
        InboxAccess access = access(reader.practitioner().orElseThrow(), reader, false);
        ListSlice<InboxRow> slice = page(access, scan(Optional.empty(), 1_000));
        assertThat(slice.rows()).isEqualTo(expected(reader, chat -> true));
        assertThat(slice.last()).isEmpty();
        assertThat(totals(access)).isEqualTo(expectedTotals(reader, chat -> true));
    }

    /** The whole list of the owner's, page by page. */
    List<InboxRow> walk(int limit) {
        List<InboxRow> rows = new ArrayList<>();
        Optional<ListPosition> after = Optional.empty();
        do {
            ListSlice<InboxRow> slice = page(access(), scan(after, limit));
            rows.addAll(slice.rows());
            assertThat(slice.rows()).hasSizeLessThanOrEqualTo(limit);
            after = slice.last();
        } while (after.isPresent() && rows.size() < 1_000);
        return rows;
    }

    private InboxRow row(Chat chat, PersonRef reader) {
        ConversationHead head = chat.head();
        PatientProfile profile = scene.storage
                .directory()
                .patient(scene.clinic, chat.key.patient())
                .orElseThrow();
        return new InboxRow(
                chat.id,
                profile,
                head.availability(),
                chat.unread(reader),
                chat.reader(reader).markedUnread(),
                head.lastMessageTime(),
                head.preview(),
                head.awaitingReplySince(),
                MessageSeq.of(head.lastSeq()),
                Revision.of(head.revision()));
    }
}
