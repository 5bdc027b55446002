package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.PatientListed;

/** The lists of conversations in memory. */
final class Inboxes implements InboxStore {

    private final Clinics clinics;

    Inboxes(Clinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public Answer<ListSlice<InboxRow>> page(InboxAccess access, InboxScan scan) {
        return reading(access, (clinic, practice) -> {
            Stream<Candidate> found = stream(practice.listAfter(scan.after()))
                    .filter(conversation -> isListed(conversation, access, clinic))
                    .map(conversation -> candidate(conversation, clinic))
                    .filter(candidate -> candidate.passes(access.reader(), scan));
            return slice(found.iterator(), scan.limit(), access.reader());
        });
    }

    @Override
    public Answer<InboxTotals> totals(InboxAccess access) {
        return reading(access, (clinic, practice) -> {
            long conversations = 0;
            long messages = 0;
            for (StoredConversation conversation : practice.listAfter(Optional.empty())) {
                if (isListed(conversation, access, clinic)) {
                    conversations += conversation.isUnread(access.reader()) ? 1 : 0;
                    messages += conversation.unread(access.reader());
                }
            }
            return new InboxTotals(conversations, messages);
        });
    }

    @Override
    public ListSlice<PatientListed> patientPage(
            ClinicId clinicId, PatientId patient, boolean permittedOnly, Optional<ListPosition> after, int limit) {
        ClinicData clinic = clinics.look(clinicId);
        List<PatientListed> all = conversationsOf(clinic, patient).stream()
                .filter(listed -> !permittedOnly || isPermitted(clinic, listed.head()))
                .filter(listed -> after.isEmpty() || position(listed.head()).compareTo(after.get()) > 0)
                .sorted((one, other) -> position(one.head()).compareTo(position(other.head())))
                .toList();
        List<PatientListed> rows = all.stream().limit(limit).toList();
        boolean more = all.size() > rows.size();
        return new ListSlice<>(
                rows, more ? Optional.of(position(rows.get(rows.size() - 1).head())) : Optional.empty());
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PractitionerId owner) {
        return clinics.practice(clinic, owner)
                .map(practice -> practice.locked(() -> stream(practice.listAfter(Optional.empty()))
                        .map(conversation -> position(conversation))
                        .toList()))
                .orElse(List.of());
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PatientId patient) {
        return conversationsOf(clinics.look(clinic), patient).stream()
                .map(listed -> new ConversationPosition(
                        listed.head().key(), listed.head().revision()))
                .toList();
    }

    /** All conversations of a patient, as they are at one moment; it looks again if one began with a further practitioner. */
    private static List<PatientListed> conversationsOf(ClinicData clinic, PatientId patient) {
        Optional<List<PatientListed>> all = Optional.empty();
        while (all.isEmpty()) {
            all = conversationsWith(clinic, patient, Set.copyOf(clinic.practitionersOf(patient)));
        }
        return all.get();
    }

    /** A patient's conversations with these practitioners, unless there are others by now. */
    private static Optional<List<PatientListed>> conversationsWith(
            ClinicData clinic, PatientId patient, Set<PractitionerId> practitioners) {
        List<StoredPractice> practices = practitioners.stream()
                .flatMap(practitioner -> clinic.practice(practitioner).stream())
                .toList();
        return StoredPractice.allLocked(
                practices.stream(),
                () -> clinic.practitionersOf(patient).equals(practitioners)
                        ? Optional.of(practices.stream()
                                .flatMap(practice -> listed(practice, patient).stream())
                                .toList())
                        : Optional.empty());
    }

    private static Optional<PatientListed> listed(StoredPractice practice, PatientId patient) {
        PersonRef reader = PersonRef.of(patient);
        return practice.conversation(patient)
                .map(conversation -> new PatientListed(
                        conversation.head(),
                        practice.practice(),
                        conversation.unread(reader),
                        conversation.readState(reader).markedUnread()));
    }

    private <T> Answer<T> reading(InboxAccess access, BiFunction<ClinicData, StoredPractice, T> reading) {
        ClinicData clinic = clinics.look(access.clinic());
        return clinic.practice(access.owner())
                .map(practice -> practice.locked(() -> {
                    if (practice.practice().version() != access.practiceVersion()) {
                        return Answer.<T>stale();
                    }
                    clinic.audit().add(access.audit());
                    return Answer.current(reading.apply(clinic, practice));
                }))
                .orElseGet(Answer::stale);
    }

    private static ListSlice<InboxRow> slice(Iterator<Candidate> found, int limit, PersonRef reader) {
        List<InboxRow> rows = new ArrayList<>();
        Optional<ListPosition> last = Optional.empty();
        while (found.hasNext() && rows.size() < limit) {
            Candidate candidate = found.next();
            rows.add(candidate.row(reader));
            last = Optional.of(candidate.conversation().position());
        }
        return new ListSlice<>(rows, found.hasNext() ? last : Optional.empty());
    }

    private static boolean isListed(StoredConversation conversation, InboxAccess access, ClinicData clinic) {
        PatientId patient = conversation.head().key().patient();
        boolean himself = clinic.directory().isLinked(new Directory.Pair(access.actor(), patient));
        return !himself && (!access.permittedOnly() || isPermitted(clinic, conversation.head()));
    }

    private static Candidate candidate(StoredConversation conversation, ClinicData clinic) {
        PatientId patient = conversation.head().key().patient();
        return new Candidate(conversation, clinic.directory().patient(patient).orElseThrow());
    }

    private static boolean isPermitted(ClinicData clinic, ConversationHead head) {
        return clinic.directory()
                .isPermitted(
                        new Directory.Pair(head.key().practitioner(), head.key().patient()));
    }

    private static ListPosition position(ConversationHead head) {
        return new ListPosition(head.lastTime(), head.id());
    }

    private static ConversationPosition position(StoredConversation conversation) {
        return new ConversationPosition(
                conversation.head().key(), conversation.head().revision());
    }

    private static <T> Stream<T> stream(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** A conversation and its patient as both are at one moment. */
    private record Candidate(StoredConversation conversation, Directory.Listed patient) {

        boolean passes(PersonRef reader, InboxScan scan) {
            return scan.filters().stream().allMatch(filter -> passes(reader, filter))
                    && scan.search().map(patient.keys()::match).orElse(true);
        }

        private boolean passes(PersonRef reader, InboxQuery.Filter filter) {
            return switch (filter) {
                case UNREAD -> conversation.isUnread(reader);
                case AWAITING_REPLY -> conversation.head().awaitingReplySince().isPresent();
                case DISABLED -> conversation.head().availability().isDisabled();
            };
        }

        InboxRow row(PersonRef reader) {
            ConversationHead head = conversation.head();
            return new InboxRow(
                    head.id(),
                    patient.profile(),
                    head.availability(),
                    conversation.unread(reader),
                    conversation.readState(reader).markedUnread(),
                    head.lastMessageTime(),
                    head.preview(),
                    head.awaitingReplySince(),
                    MessageSeq.of(head.lastSeq()),
                    Revision.of(head.revision()));
        }
    }
}
