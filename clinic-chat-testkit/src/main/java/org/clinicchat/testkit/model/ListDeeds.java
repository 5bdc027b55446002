package org.clinicchat.testkit.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.people.Actor;

/** Lists: filtered, searched, turned page by page. */
final class ListDeeds {

    private static final List<String> FORGED = List.of("", "..", "0.x.y", "zzzzzzzzzzzzzz.id.AAAAAAAAAAAA", "\u00e8");
    private static final List<String> SEARCHES = List.of(
            "",
            " ",
            "anna",
            "nicolo",
            "D'Amico",
            "damico an",
            "DAM",
            "lukasz",
            "\u0141UK",
            "dmcnna80",
            "12345a",
            "12-345",
            "nor ner",
            "ner nora x",
            "!?",
            "\uD83D",
            "a".repeat(200),
            "a".repeat(201));

    private static final List<Set<InboxQuery.Filter>> FILTERS = List.of(
            Set.of(),
            Set.of(InboxQuery.Filter.UNREAD),
            Set.of(),
            Set.of(InboxQuery.Filter.AWAITING_REPLY),
            Set.of(InboxQuery.Filter.DISABLED),
            EnumSet.allOf(InboxQuery.Filter.class),
            EnumSet.of(InboxQuery.Filter.UNREAD, InboxQuery.Filter.DISABLED));

    private ListDeeds() {}

    static Command inbox(History history, Step step) {
        Actor actor = Picks.practiceActor(step);
        Set<InboxQuery.Filter> filters = Picks.pick(FILTERS, step.first());
        String search = step.second() % 5 == 0 ? Picks.pick(SEARCHES, step.second() / 5) : "";
        Optional<PageCursor> after = step.where() % 12 == 11
                ? Optional.of(PageCursor.of(Picks.pick(FORGED, step.where() / 12)))
                : Optional.empty();
        return inbox(history, actor, new InboxQuery(filters, search, 1 + step.where() % 5 / 3, after));
    }

    static Command patientList(History history, Step step) {
        Optional<PageCursor> after = step.first() % 7 == 6
                ? Optional.of(PageCursor.of(Picks.pick(FORGED, step.second())))
                : Optional.empty();
        return list(history, Picks.patientActor(step), 1 + step.first() % 7 / 4, after);
    }

    /** The next page of a list, asked by whom it was given, or by somebody else, or for another question. */
    static Command turnPage(History history, Step step) {
        Optional<History.Turned> turned = Picks.pickRecent(history.turned, step.first());
        if (turned.isEmpty()) {
            return step.second() % 2 == 0 ? inbox(history, step) : patientList(history, step);
        }
        Optional<PageCursor> next = Optional.of(turned.get().next());
        Actor actor = turned.get().actor();
        Optional<InboxQuery> query = turned.get().query();
        if (query.isEmpty()) {
            return list(history, step.second() % 4 == 3 ? Picks.patientActor(step) : actor, 1, next);
        }
        InboxQuery same = query.get().after(next.get()).limit(1 + step.where() % 5 / 3);
        return switch (step.second() % 8) {
            case 5 -> inbox(history, Picks.practiceActor(step), same);
            case 6 -> inbox(history, actor, same.search(Picks.pick(SEARCHES, step.where())));
            case 7 -> inbox(history, actor, same.unread());
            default -> inbox(history, actor, same);
        };
    }

    private static Command inbox(History history, Actor actor, InboxQuery query) {
        return new Command(
                Optional.of(actor.clinic()),
                Words.who(actor) + " lists " + Words.of(query),
                () -> history.asks(actor, Optional.of(query)),
                chat -> chat.lists(actor).inbox(query));
    }

    private static Command list(History history, Actor actor, int limit, Optional<PageCursor> after) {
        return new Command(
                Optional.of(actor.clinic()),
                Words.who(actor) + " lists " + limit + " after " + Words.of(after),
                () -> history.asks(actor, Optional.empty()),
                chat -> chat.lists(actor).conversations(limit, after));
    }
}
