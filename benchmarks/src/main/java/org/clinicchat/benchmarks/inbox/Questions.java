package org.clinicchat.benchmarks.inbox;

import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.PracticeView;
import org.clinicchat.inbox.InboxQuery;

/** What is asked of the list: as the owner, as a colleague who has read like him, as one who has never been here. */
final class Questions {

    private static final InboxQuery ALL = InboxQuery.all();
    private static final int FAR = 100;
    private static final int FURTHER = 10;

    private Questions() {}

    static List<Question> of(Clinic clinic, PlainList plain) {
        PracticeView owner = BigList.owner(clinic);
        PracticeView colleague = BigList.colleague(clinic);
        PracticeView never = BigList.neverHere(clinic);
        InboxQuery far = page(owner, ALL, FAR);
        InboxQuery found = page(owner, ALL.search("r"), FURTHER);
        List<List<Object>> before = before(plain);
        return List.of(
                Question.of("all", () -> owner.inbox(ALL).orThrow(), plain::all),
                Question.of("unread", () -> owner.inbox(ALL.unread()).orThrow(), plain::unread),
                Question.of(
                        "long prefix",
                        () -> owner.inbox(ALL.search("rossi123")).orThrow(),
                        () -> plain.found("rossi123", "rossi124")),
                Question.of("one letter", () -> owner.inbox(ALL.search("r")).orThrow(), () -> plain.found("r", "s")),
                Question.of(
                        "two words", () -> owner.inbox(ALL.search("given7 r")).orThrow()),
                Question.of("one letter, page 10", () -> owner.inbox(found).orThrow()),
                Question.of("page 100", () -> owner.inbox(far).orThrow(), () -> plain.after(before)),
                Question.of("totals", () -> owner.totals().orThrow(), plain::totals),
                Question.of("substitute: all", () -> colleague.inbox(ALL).orThrow()),
                Question.of(
                        "substitute: unread",
                        () -> colleague.inbox(ALL.unread()).orThrow()),
                Question.of("substitute: totals", () -> colleague.totals().orThrow()),
                Question.of("newcomer: unread", () -> never.inbox(ALL.unread()).orThrow()),
                Question.of("newcomer: totals", () -> never.totals().orThrow()),
                Question.of("select 1", plain::nothing));
    }

    /** The question for the page of this number. */
    private static InboxQuery page(PracticeView reader, InboxQuery query, int number) {
        InboxQuery page = query;
        for (int i = 1; i < number; i++) {
            page = page.after(reader.inbox(page).orThrow().next().orElseThrow());
        }
        return page;
    }

    /** The rows before that page. */
    private static List<List<Object>> before(PlainList plain) {
        List<List<Object>> page = plain.all();
        for (int i = 2; i < FAR; i++) {
            page = plain.after(page);
        }
        return page;
    }
}
