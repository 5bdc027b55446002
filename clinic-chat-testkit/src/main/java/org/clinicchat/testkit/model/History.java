package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clinicchat.ClinicChat;
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
import org.clinicchat.testkit.SettableClock;

/** One history, told to the chat under test and to the model, answer by answer. */
final class History {

    private static final int ALL_MESSAGES = 500;
    private static final List<ClinicId> CLINICS = List.of(Cast.SAN_MARCO, Cast.SAN_LUCA);

    final SettableClock clock;
    final ModelClinicChat model;
    private final Instant start;
    final List<Sent> sent = new ArrayList<>();
    final List<Given> tickets = new ArrayList<>();
    final List<Integer> subscriptions = new ArrayList<>();
    /** All that anybody was told live. */
    final List<LiveCalls.News> news = new ArrayList<>();

    final List<Turned> turned = new ArrayList<>();
    final List<Answered> answered = new ArrayList<>();
    private final Alignment names;
    private final List<CareChat> nodes;
    private final List<String> told = new ArrayList<>();
    private final BothAudits audits;
    private final Versions versions = new Versions();
    private final Map<ConversationId, Long> met = new HashMap<>();
    private int turn;
    private Optional<Where> opening = Optional.empty();
    private Actor asking = Actor.host(Cast.SAN_MARCO);
    private Optional<InboxQuery> query = Optional.empty();

    /** A draft that was handed in, by whom and where. */
    record Sent(Actor actor, Where where, Draft draft) {}

    /** A page that had a next one: who had asked what; without a query for a patient's list. */
    record Turned(Actor actor, Optional<InboxQuery> query, PageCursor next) {}

    /** A ticket, to whom it was given, and where. */
    record Given(Actor actor, Where where, ReadTicket ticket) {}

    /** What a command was answered, in the model's names. */
    record Answered(Command command, Object answer) {}

    private History(CareSettings settings, SettableClock clock, Alignment names, List<CareChat> nodes) {
        this.clock = clock;
        this.names = names;
        this.nodes = nodes;
        this.model = new ModelClinicChat(settings, clock, names::real);
        this.audits = new BothAudits(model, names, CLINICS);
        this.start = clock.instant();
    }

    /** To be told to these nodes, in clinics in which nothing has happened yet. */
    static History of(CareSettings settings, SettableClock clock, List<ClinicChat> nodes) {
        Alignment names = new Alignment();
        CLINICS.forEach(clinic -> names.learn(clinic, fresh(clinic)));
        return new History(settings, clock, names, facades(nodes, names));
    }

    /** To be told to the model alone, which agrees with itself: to see what happens in histories. */
    static History ofTheModel(CareSettings settings, SettableClock clock) {
        Alignment names = new Alignment();
        CLINICS.forEach(clinic -> names.learn(clinic, clinic));
        return new History(settings, clock, names, List.of(new ModelClinicChat(settings, clock, id -> id)));
    }

    private static List<CareChat> facades(List<ClinicChat> nodes, Alignment names) {
        Map<Integer, FacadeLive.Ear> ears = FacadeLive.noEars();
        return nodes.stream()
                .<CareChat>map(node -> new FacadeChat(node, names, ears))
                .toList();
    }

    /** No history meets what another left behind in the storage. */
    private static ClinicId fresh(ClinicId clinic) {
        return ClinicId.of(clinic.value() + "-" + UUID.randomUUID().toString().substring(0, 18));
    }

    void begin() {
        Opening.commands().forEach(this::perform);
    }

    /** Looks at all views after every so many steps, and at the end; the steps between are compared by what they answer. */
    void runWatched(List<Step> steps, int lookEvery) {
        begin();
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
        begin();
        steps.forEach(step -> perform(step.plan(this)));
        compareWholeAudits();
    }

    /** Each command is told to the next node. */
    void perform(Command command) {
        told.add(command.words());
        turn = told.size();
        command.before().run();
        Object answer = same("the answer", command);
        compareNews();
        note(answer);
        answered.add(new Answered(command, answer));
        compareNewAudit();
        meetNewIds();
    }

    /**
     * Holds what each subscriber was told to what he may see. News of another node are due at the next sweep, whether or not a
     * signal came before: so where there are several, they sweep after each command.
     */
    private void compareNews() {
        if (nodes.size() > 1 && !subscriptions.isEmpty()) {
            model.live().sweep();
            nodes.forEach(node -> node.live().sweep());
        }
        for (int number : subscriptions) {
            List<LiveCalls.News> expected = model.live().told(number, 0);
            news.addAll(expected);
            List<LiveCalls.News> actual = node().live().told(number, expected.size());
            fail(
                    "what number " + number + " was told",
                    names.compare("news", byConversation(expected), byConversation(actual)));
        }
    }

    /** The order of one conversation is promised, and none between two. */
    private static List<LiveCalls.News> byConversation(List<LiveCalls.News> news) {
        return news.stream()
                .sorted(Comparator.comparing(
                        one -> one.conversation().practitioner().value() + " "
                                + one.conversation().patient().value()))
                .toList();
    }

    int nextSubscription() {
        return subscriptions.size();
    }

    /** Shows the log of whatever has grown to its patient, so that its ids are known on both sides when a step needs them. */
    private void meetNewIds() {
        for (ClinicId clinic : CLINICS) {
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

    /** Who opens what with the next command. */
    void opens(Actor actor, Where where) {
        asking = actor;
        opening = Optional.of(where);
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
        List<CareChat> facades = facades(others, otherNames);
        clock.set(start);
        told.clear();
        for (Answered earlier : answered) {
            Command command = earlier.command();
            command.before().run();
            if (command.clinic().filter(clinic::equals).isPresent()) {
                told.add(command.words());
                Object answer = command.call().apply(facades.get(told.size() % facades.size()));
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
        if (node() instanceof FacadeChat && !versions.move(command, actual)) {
            throw failure(command.words(), "the version did not move with the practice");
        }
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
        audits.compareNew(chat(), this::fail);
    }

    /** Counts of refusals rise in records that were compared before. */
    private void compareWholeAudits() {
        audits.startAnew();
        compareNewAudit();
    }

    private void note(Object answer) {
        if (!(answer instanceof Outcome<?> outcome) || !outcome.isAccepted()) {
            return;
        }
        Object value = outcome.orThrow();
        if (value instanceof ConversationPage page) {
            page.ticket().ifPresent(ticket -> tickets.add(new Given(asking, opening.orElseThrow(), ticket)));
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
