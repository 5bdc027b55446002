package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clinicchat.ClinicChat;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.service.Practice;
import org.clinicchat.testkit.SettableClock;

/** One history, told to the chat under test and to the model, answer by answer. */
final class History {

    private static final int ALL = 100_000;
    private static final int ALL_MESSAGES = 500;

    final SettableClock clock;
    final ModelClinicChat model;
    private final Instant start;
    final List<Sent> sent = new ArrayList<>();
    final List<ReadTicket> tickets = new ArrayList<>();
    final List<Turned> turned = new ArrayList<>();
    final List<Answered> answered = new ArrayList<>();
    private final Alignment names = new Alignment();
    private final List<CareChat> nodes;
    private final List<String> told = new ArrayList<>();
    private final Map<ClinicId, Long> audited = new HashMap<>();
    private final Map<String, Practice> practices = new HashMap<>();
    private final Map<ConversationId, Long> met = new HashMap<>();
    private int turn;
    private Actor asking = Actor.host(Cast.SAN_MARCO);
    private Optional<InboxQuery> query = Optional.empty();

    /** A draft that was handed in, by whom and where. */
    record Sent(Actor actor, Where where, Draft draft) {}

    /** A page that had a next one: who had asked what; without a query for a patient's list. */
    record Turned(Actor actor, Optional<InboxQuery> query, PageCursor next) {}

    /** What a command was answered, in the model's names. */
    record Answered(Command command, Object answer) {}

    History(CareSettings settings, SettableClock clock, List<ClinicChat> nodes) {
        this.clock = clock;
        this.nodes = nodes.stream()
                .<CareChat>map(node -> new FacadeChat(node, names))
                .toList();
        this.model = new ModelClinicChat(settings, clock, names::real);
        this.start = clock.instant();
        for (ClinicId clinic : List.of(Cast.SAN_MARCO, Cast.SAN_LUCA)) {
            names.learn(clinic, fresh(clinic));
        }
    }

    /** No history meets what another left behind in the storage. */
    private static ClinicId fresh(ClinicId clinic) {
        return ClinicId.of(clinic.value() + "-" + UUID.randomUUID().toString().substring(0, 18));
    }

    /** Looks at all views after every so many steps, and at the end; the steps between are compared by what they answer. */
    void runWatched(List<Step> steps, int lookEvery) {
        Opening.commands().forEach(this::perform);
        for (int i = 0; i < steps.size(); i++) {
            perform(steps.get(i).plan(this));
            if ((i + 1) % lookEvery == 0 || i == steps.size() - 1) {
                lookAround();
            }
        }
        compareWholeAudits();
    }

    /** Without a look at the views. */
    void run(List<Step> steps) {
        Opening.commands().forEach(this::perform);
        steps.forEach(step -> perform(step.plan(this)));
        compareWholeAudits();
    }

    /** Each command is told to the next node. */
    void perform(Command command) {
        told.add(command.words());
        turn = told.size();
        command.before().run();
        Object answer = same("the answer", command);
        note(answer);
        answered.add(new Answered(command, answer));
        compareNewAudit();
        meetNewIds();
    }

    /** Shows the log of whatever has grown to its patient, so that its ids are known on both sides when a step needs them. */
    private void meetNewIds() {
        for (ClinicId clinic : List.of(Cast.SAN_MARCO, Cast.SAN_LUCA)) {
            for (ModelConversation conversation : model.clinic(clinic).conversations) {
                Actor patient = Actor.patient(clinic, conversation.between.patient());
                boolean grown = met.getOrDefault(conversation.id, -1L) < conversation.head();
                if (grown && model.clinic(clinic).maySee(patient, conversation.between)) {
                    met.put(conversation.id, conversation.head());
                    Command look = Command.in(
                            clinic,
                            "the log",
                            chat -> chat.conversation(patient, conversation.between)
                                    .after(MessageSeq.ZERO, ALL_MESSAGES));
                    answered.add(new Answered(look, same(look.words(), look)));
                }
            }
        }
    }

    /** Who asks for a page of which list with the next command. */
    void asks(Actor actor, Optional<InboxQuery> forWhat) {
        asking = actor;
        query = forWhat;
    }

    /** Compares every answer of every view, at one node after the other. */
    void lookAround() {
        for (Command view : Views.of(model)) {
            turn++;
            same(view.words(), view);
        }
        compareNewAudit();
    }

    /** Tells one clinic's commands to another chat and holds its answers to those that were right here; gives their number. */
    int retell(ClinicId clinic, List<ClinicChat> others) {
        Alignment otherNames = new Alignment();
        otherNames.learn(clinic, fresh(clinic));
        clock.set(start);
        told.clear();
        for (Answered earlier : answered) {
            Command command = earlier.command();
            command.before().run();
            if (command.clinic().filter(clinic::equals).isPresent()) {
                told.add(command.words());
                ClinicChat other = others.get(told.size() % others.size());
                Object answer = command.call().apply(new FacadeChat(other, otherNames));
                fail("the answer without the other clinic", otherNames.compare("answer", earlier.answer(), answer));
            }
        }
        return told.size();
    }

    /** The next node of the chat under test, in the model's names. */
    CareChat chat() {
        turn++;
        return node();
    }

    private CareChat node() {
        return nodes.get(turn % nodes.size());
    }

    AssertionError failure(String where, String what) {
        StringBuilder report = new StringBuilder("The chat and the rules disagree after\n");
        for (int i = 0; i < told.size(); i++) {
            report.append("  ").append(i + 1).append(". ").append(told.get(i)).append('\n');
        }
        return new AssertionError(
                report.append("in ").append(where).append('\n').append(what));
    }

    private Object same(String where, Command command) {
        Object expected = command.call().apply(model);
        Object actual = asked(where, command);
        fail(where, names.compare("answer", expected, actual));
        watchVersion(command, actual);
        return expected;
    }

    private Object asked(String where, Command command) {
        try {
            return command.call().apply(node());
        } catch (RuntimeException e) {
            AssertionError failure = failure(where, "the chat threw " + e);
            failure.initCause(e);
            throw failure;
        }
    }

    private void fail(String where, Optional<Alignment.Difference> difference) {
        if (difference.isPresent()) {
            throw failure(where, difference.get().toString());
        }
    }

    private void compareNewAudit() {
        for (ClinicId clinic : List.of(Cast.SAN_MARCO, Cast.SAN_LUCA)) {
            long last = audited.getOrDefault(clinic, 0L);
            List<AuditEntry> expected = model.host(clinic).audit(last, ALL);
            List<AuditEntry> actual = chat().host(clinic).audit(last, ALL);
            fail("the audit of " + clinic, names.compare("audit", expected, actual));
            audited.put(clinic, last + expected.size());
        }
    }

    /** Counts of refusals rise in records that were compared before. */
    private void compareWholeAudits() {
        audited.clear();
        compareNewAudit();
    }

    /** A practice's version is not modelled: it must move with the record. */
    private void watchVersion(Command command, Object answer) {
        if (answer instanceof Outcome.Accepted<?> accepted && accepted.value() instanceof Practice now) {
            Practice before =
                    practices.put(command.clinic() + now.practitioner().value(), now);
            if (before != null && before.version() >= now.version() && !before.equals(now)) {
                throw failure(command.words(), "the version did not move with the practice");
            }
        }
    }

    private void note(Object answer) {
        if (!(answer instanceof Outcome<?> outcome) || !outcome.isAccepted()) {
            return;
        }
        Object value = outcome.orThrow();
        if (value instanceof ConversationPage page) {
            page.ticket().ifPresent(tickets::add);
        }
        next(value).ifPresent(cursor -> turned.add(new Turned(asking, query, cursor)));
    }

    private static Optional<PageCursor> next(Object value) {
        if (value instanceof InboxPage page) {
            return page.next();
        }
        return value instanceof PatientInboxPage page ? page.next() : Optional.empty();
    }
}
