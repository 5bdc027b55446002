package org.clinicchat.testkit.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.conversation.Tally;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.PatientListed;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;

/** Accepts everything, keeps nothing, and always gives the same answers: it keeps no promise at all. */
final class HonoursNothingStorage
        implements Storage, ConversationStore, InboxStore, PracticeStore, DirectoryStore, AuditStore {

    private static final Instant LONG_AGO = Instant.parse("1999-12-31T23:59:59.999999Z");

    @Override
    public ConversationStore conversations() {
        return this;
    }

    @Override
    public InboxStore inboxes() {
        return this;
    }

    @Override
    public PracticeStore practices() {
        return this;
    }

    @Override
    public DirectoryStore directory() {
        return this;
    }

    @Override
    public AuditStore audit() {
        return this;
    }

    @Override
    public StoredCare facts(CareQuestion question) {
        return new StoredCare(
                Optional.of(practice(question.key().practitioner())),
                true,
                true,
                true,
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Answer<RetractionFacts> retractionFacts(Access access, MessageId message) {
        return Answer.current(RetractionFacts.NO_SUCH_MESSAGE);
    }

    @Override
    public Optional<ConversationKey> find(ClinicId clinic, ConversationId id) {
        return Optional.empty();
    }

    @Override
    public List<CommitAnswer> commit(List<CareCommit> batch) {
        return batch.stream()
                .<CommitAnswer>map(commit -> new CommitAnswer.Committed())
                .toList();
    }

    @Override
    public Answer<MessageSlice> read(Access access, MessageRange range) {
        ConversationHead head = new ConversationHead(
                ConversationId.of("nothing-at-all-1"),
                access.key(),
                0,
                0,
                LONG_AGO,
                Tally.ZERO,
                AvailabilityState.initial(LONG_AGO),
                Optional.empty(),
                Optional.empty());
        return Answer.current(new MessageSlice(List.of(), head, ReadState.NONE, ReadState.NONE, 0, 0));
    }

    @Override
    public Answer<MessageSlice> open(Access access, int limit) {
        return read(access, new MessageRange.Unseen(limit));
    }

    @Override
    public Answer<ReadState> markRead(Access access, long seq, long ticketMarks) {
        return Answer.current(ReadState.NONE);
    }

    @Override
    public Answer<ReadState> markUnread(Access access) {
        return Answer.current(ReadState.NONE);
    }

    @Override
    public Answer<EventSlice> eventsAfter(Access access, long revision, int limit) {
        return Answer.current(new EventSlice(List.of(), 0));
    }

    @Override
    public Answer<ListSlice<InboxRow>> page(InboxAccess access, InboxScan scan) {
        return Answer.current(new ListSlice<>(List.of(), Optional.empty()));
    }

    @Override
    public Answer<InboxTotals> totals(InboxAccess access) {
        return Answer.current(new InboxTotals(0, 0));
    }

    @Override
    public ListSlice<PatientListed> patientPage(
            ClinicId clinic, PatientId patient, boolean permittedOnly, Optional<ListPosition> after, int limit) {
        return new ListSlice<>(List.of(), Optional.empty());
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PractitionerId owner) {
        return List.of();
    }

    @Override
    public List<ConversationPosition> positions(ClinicId clinic, PatientId patient) {
        return List.of();
    }

    @Override
    public PracticeFacts facts(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        return new PracticeFacts(Optional.of(practice(owner)), true);
    }

    @Override
    public PracticeFacts knownFacts(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        return facts(clinic, owner, reader);
    }

    @Override
    public boolean add(ClinicId clinic, Practice practice, List<AuditRecord> records) {
        return true;
    }

    @Override
    public boolean replace(ClinicId clinic, Practice next, List<AuditRecord> records) {
        return true;
    }

    @Override
    public void putPatient(ClinicId clinic, PatientProfile profile, AuditRecord record) {}

    @Override
    public Optional<PatientProfile> patient(ClinicId clinic, PatientId patient) {
        return Optional.of(PatientProfile.of(patient, "Nessuno", "Nessuno"));
    }

    @Override
    public void putWorkGroup(ClinicId clinic, WorkGroup group, AuditRecord record) {}

    @Override
    public void removeWorkGroup(ClinicId clinic, WorkGroupId group, AuditRecord record) {}

    @Override
    public void setLinked(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean linked, AuditRecord record) {}

    @Override
    public void setPermitted(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean permitted, AuditRecord record) {}

    @Override
    public void refused(AuditRecord refusal) {}

    @Override
    public List<AuditEntry> entries(ClinicId clinic, long after, int limit) {
        return List.of();
    }

    /** With the service on, so that nothing is refused before it reaches the storage. */
    private static Practice practice(PractitionerId owner) {
        return Practice.of(owner, LONG_AGO).with(new ChatService(true, LONG_AGO));
    }
}
