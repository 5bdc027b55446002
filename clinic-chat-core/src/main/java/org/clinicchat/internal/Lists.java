package org.clinicchat.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ContactPolicy;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.inbox.PatientInboxRow;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.SearchTerms;
import org.clinicchat.port.Answer;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.PatientListed;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.service.Practice;

/** The lists of conversations, a practitioner's and a patient's. */
public final class Lists {

    private final Wiring wiring;
    private final Refusals refusals;
    private final Gate gate;

    Lists(Wiring wiring, Refusals refusals, Gate gate) {
        this.wiring = wiring;
        this.refusals = refusals;
        this.gate = gate;
    }

    /** A page of the list of the actor, or of the owner for whom he acts. */
    @Enforces({"INBOX-3", "INBOX-4", "INBOX-5", "SAFE-6"})
    public Outcome<InboxPage> inbox(Actor actor, InboxQuery query) {
        Objects.requireNonNull(query, "query");
        return read(actor, access -> whyNot(actor, access, query), access -> page(actor, access, query));
    }

    private static Optional<Refusal> whyNot(Actor actor, InboxAccess access, InboxQuery query) {
        if (query.search().length() > InboxQuery.LONGEST_SEARCH) {
            return Optional.of(tooLong(query));
        }
        boolean foreign =
                query.after().isPresent() && after(actor, access, query).isEmpty();
        return foreign ? Optional.of(Refusal.of(RefusalCode.FOREIGN_CURSOR)) : Optional.empty();
    }

    private static Optional<ListPosition> after(Actor actor, InboxAccess access, InboxQuery query) {
        return query.after().flatMap(cursor -> ListPosition.of(cursor, question(actor, access.owner(), query)));
    }

    private Optional<Outcome<InboxPage>> page(Actor actor, InboxAccess access, InboxQuery query) {
        Optional<SearchTerms> search =
                query.search().isBlank() ? Optional.empty() : Optional.of(SearchTerms.of(query.search()));
        InboxScan scan = new InboxScan(query.filters(), search, after(actor, access, query), query.limit());
        return then(
                wiring.storage().inboxes().page(access, scan),
                slice -> new InboxPage(slice.rows(), next(slice, question(actor, access.owner(), query))));
    }

    /** The totals of the list of the actor, or of the owner for whom he acts. */
    @Enforces("INBOX-5")
    public Outcome<InboxTotals> totals(Actor actor) {
        return read(
                actor,
                access -> Optional.empty(),
                access -> then(wiring.storage().inboxes().totals(access), totals -> totals));
    }

    /** A page of a patient's list. */
    @Enforces("INBOX-7")
    public Outcome<PatientInboxPage> patientInbox(
            Actor actor, PatientId patient, int limit, Optional<PageCursor> cursor) {
        if (limit < 1 || limit > InboxQuery.MOST_ROWS) {
            throw new IllegalArgumentException("a page has 1 to " + InboxQuery.MOST_ROWS + " rows, not " + limit);
        }
        return gate.pass(() -> patientPage(actor, patient, limit, cursor));
    }

    private Outcome<PatientInboxPage> patientPage(
            Actor actor, PatientId patient, int limit, Optional<PageCursor> cursor) {
        if (wiring.storage().directory().patient(actor.clinic(), patient).isEmpty()) {
            return refusals.notFound(actor);
        }
        String[] question = {"patient", actor.clinic().value(), patient.value()};
        Optional<ListPosition> after = cursor.flatMap(given -> ListPosition.of(given, question));
        if (after.isEmpty() && cursor.isPresent()) {
            return foreignCursor(actor);
        }
        ListSlice<PatientListed> slice =
                wiring.storage().inboxes().patientPage(actor.clinic(), patient, permittedOnly(), after, limit);
        Instant now = wiring.now();
        List<PatientInboxRow> rows =
                slice.rows().stream().map(listed -> row(listed, now)).toList();
        return Outcome.accepted(new PatientInboxPage(rows, next(slice, question)));
    }

    /** Whether the actor may look into the list, and under which version of the practice. */
    @Enforces({"SUB-1", "SAFE-1"})
    Optional<InboxAccess> access(Actor actor) {
        return access(actor, false);
    }

    private Optional<InboxAccess> access(Actor actor, boolean mayBeOld) {
        PractitionerId self = actor.self().practitioner().orElseThrow();
        PractitionerId owner =
                actor.onBehalfOf().flatMap(PersonRef::practitioner).orElse(self);
        PracticeStore practices = wiring.storage().practices();
        PracticeFacts facts = mayBeOld
                ? practices.knownFacts(actor.clinic(), owner, self)
                : practices.facts(actor.clinic(), owner, self);
        Instant now = wiring.now();
        boolean substitute = actor.onBehalfOf().isPresent();
        return facts.practice()
                .filter(practice -> !substitute || practice.substitutes().allows(facts.sharesWorkGroup(), now))
                .map(practice -> new InboxAccess(
                        actor.clinic(),
                        owner,
                        practice.version(),
                        self,
                        wiring.settings().readerOf(actor),
                        permittedOnly(),
                        substitute
                                ? List.of(AuditRecord.of(AuditAction.SUBSTITUTE_ACCESS, actor, Optional.empty(), now))
                                : List.of()));
    }

    /** Facts that may be old settle what the read holds against the present: nothing is refused on them. */
    private <T> Outcome<T> read(
            Actor actor,
            Function<InboxAccess, Optional<Refusal>> whyNot,
            Function<InboxAccess, Optional<Outcome<T>>> reading) {
        return gate.pass(() -> access(actor, true)
                .filter(access -> whyNot.apply(access).isEmpty())
                .flatMap(reading)
                .orElseGet(() -> Attempts.untilSettled(() -> attempt(actor, whyNot, reading))));
    }

    private <T> Optional<Outcome<T>> attempt(
            Actor actor,
            Function<InboxAccess, Optional<Refusal>> whyNot,
            Function<InboxAccess, Optional<Outcome<T>>> reading) {
        Optional<InboxAccess> access = access(actor);
        if (access.isEmpty()) {
            return Optional.of(refusals.notFound(actor));
        }
        Optional<Refusal> refusal = whyNot.apply(access.get());
        return refusal.isPresent()
                ? Optional.of(refusals.refuse(actor, Optional.empty(), refusal.get()))
                : reading.apply(access.get());
    }

    private static <A, T> Optional<Outcome<T>> then(Answer<A> answer, Function<A, T> next) {
        return answer instanceof Answer.Current<A> current
                ? Optional.of(Outcome.accepted(next.apply(current.value())))
                : Optional.empty();
    }

    private boolean permittedOnly() {
        return wiring.settings().contacts() == ContactPolicy.PERMITTED_PAIRS;
    }

    private <T> Outcome<T> foreignCursor(Actor actor) {
        return refusals.refuse(actor, Optional.empty(), Refusal.of(RefusalCode.FOREIGN_CURSOR));
    }

    private static Refusal tooLong(InboxQuery query) {
        return Refusal.of(
                RefusalCode.SEARCH_TOO_LONG,
                new RefusalDetail.Limit(
                        InboxQuery.LONGEST_SEARCH, query.search().length()));
    }

    private static String[] question(Actor actor, PractitionerId owner, InboxQuery query) {
        return new String[] {
            "inbox",
            actor.clinic().value(),
            actor.self().id(),
            owner.value(),
            query.filters().stream().sorted().toList().toString(),
            query.search()
        };
    }

    private static Optional<PageCursor> next(ListSlice<?> slice, String... question) {
        return slice.last().map(last -> last.cursor(question));
    }

    private static PatientInboxRow row(PatientListed listed, Instant now) {
        ConversationHead head = listed.head();
        Practice practice = listed.practice();
        return new PatientInboxRow(
                head.id(),
                head.key().practitioner(),
                head.availability().forPatient(),
                practice.service().active(),
                practice.substitutes().isOpenAt(now),
                listed.unread(),
                listed.markedUnread(),
                head.lastMessageTime(),
                head.preview(),
                MessageSeq.of(head.lastSeq()),
                Revision.of(head.revision()));
    }
}
