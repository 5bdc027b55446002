package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.clinicchat.PractitionerView;
import org.clinicchat.conversation.Availability;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxRow;
import org.clinicchat.message.Draft;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientProfile;

/** The lists of conversations (INBOX), rule by rule. */
public abstract class InboxProperties extends CareProperties {

    /** For those that extend it. */
    protected InboxProperties() {}

    /** Newest message first, ties by id; marking and disabling move no row. */
    @Example
    @Tag("INBOX-1")
    public void newestMessageFirst() {
        try (CareScene scene = scene()) {
            for (int i = 0; i < 6; i++) {
                write(scene, scene.patient("p" + i, "Given", "Family"));
                scene.clock.move(Duration.ofSeconds(i % 2));
            }
            List<InboxRow> before = all(scene.rossi(), 50);
            Comparator<InboxRow> newest =
                    Comparator.comparing(row -> row.lastMessageTime().orElseThrow());
            assertThat(before)
                    .isSortedAccordingTo(newest.reversed()
                            .thenComparing(row -> row.conversation().value()));
            var last = scene.rossi().conversation(before.get(5).conversation());
            last.markUnread().orThrow();
            last.disable().orThrow();
            assertThat(ids(all(scene.rossi(), 50))).isEqualTo(ids(before));
            last.enable().orThrow();
            scene.clock.move(Duration.ofSeconds(1));
            last.send(Draft.of(before.get(5).patient().id(), "up")).orThrow();
            assertThat(all(scene.rossi(), 50).get(0).conversation())
                    .isEqualTo(before.get(5).conversation());
        }
    }

    /** A row tells all that a box shows; the preview is one line of at most 120 characters. */
    @Example
    @Tag("INBOX-2")
    public void aRowTellsAllThatABoxShows() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("first")).orThrow();
            scene.annaWithRossi()
                    .send(toAnna("two\r\nlines " + "\uD83D\uDE00".repeat(200)))
                    .orThrow();
            scene.rossiWithAnna().disable("holiday").orThrow();
            InboxRow row = all(scene.rossi(), 50).get(0);
            assertThat(row.patient()).isEqualTo(Cast.profile(ANNA));
            assertThat(row.unread()).isEqualTo(2);
            assertThat(row.availability().availability()).isEqualTo(Availability.DISABLED);
            assertThat(row.availability().reason()).contains("holiday");
            assertThat(row.lastMessageTime()).contains(scene.clock.instant());
            assertThat(row.awaitingReplySince()).contains(scene.clock.instant());
            String preview = row.preview().orElseThrow().text();
            assertThat(preview).startsWith("two lines \uD83D\uDE00").endsWith("\uD83D\uDE00");
            assertThat(preview.codePointCount(0, preview.length())).isBetween(119, 120);
            PatientProfile renamed = PatientProfile.of(ANNA, "Anna", "Bianchi");
            scene.host().putPatient(renamed);
            assertThat(all(scene.rossi(), 50).get(0).patient()).isEqualTo(renamed);
        }
    }

    /** Turned page by page, each row comes once; rows that move meanwhile push no other one out. */
    @Property(tries = 40)
    @Tag("INBOX-5")
    public void pagesNeitherSkipNorRepeat(
            @ForAll @IntRange(min = 1, max = 9) int count,
            @ForAll @IntRange(min = 1, max = 4) int limit,
            @ForAll @IntRange(min = 0, max = 8) int mover) {
        try (CareScene scene = scene()) {
            for (int i = 0; i < count; i++) {
                write(scene, scene.patient("p" + i, "Given", "Family"));
                scene.clock.move(Duration.ofSeconds(i % 3 == 0 ? 0 : 1));
            }
            List<InboxRow> still = all(scene.rossi(), 500);
            assertThat(ids(all(scene.rossi(), limit))).isEqualTo(ids(still));
            InboxRow moving = still.get(mover % count);
            InboxPage first = scene.rossi().inbox(InboxQuery.all().limit(limit)).orThrow();
            scene.clock.move(Duration.ofMinutes(1));
            scene.rossi()
                    .conversation(moving.conversation())
                    .send(Draft.of(moving.patient().id(), "moves"))
                    .orThrow();
            List<String> turned = new ArrayList<>(ids(first.rows()));
            first.next().ifPresent(next -> turned.addAll(ids(rest(scene.rossi(), limit, Optional.of(next)))));
            List<String> expected = new ArrayList<>(ids(still));
            if (mover % count >= limit) {
                expected.remove(moving.conversation().value());
            }
            assertThat(turned).isEqualTo(expected);
        }
    }

    /** Both numbers beside the list, in one reader's eyes. */
    @Example
    @Tag("INBOX-5")
    public void totalsCountConversationsAndMessages() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("1")).orThrow();
            scene.annaWithRossi().send(toAnna("2")).orThrow();
            scene.brunoWithRossi().send(toBruno("3")).orThrow();
            assertThat(scene.rossi().totals().orThrow()).isEqualTo(new InboxTotals(2, 3));
            scene.rossiWithAnna().open(1).orThrow();
            scene.rossiWithBruno().open().orThrow();
            assertThat(scene.rossi().totals().orThrow()).isEqualTo(new InboxTotals(1, 1));
            scene.rossiWithBruno().markUnread().orThrow();
            assertThat(scene.rossi().totals().orThrow()).isEqualTo(new InboxTotals(2, 1));
            assertThat(scene.verdiForRossi().totals().orThrow()).isEqualTo(new InboxTotals(2, 3));
        }
    }

    /** A cursor is good for its own question; forged or another's, it is refused; so is a search longer than any name. */
    @Example
    @Tag("INBOX-5")
    @Tag("SAFE-6")
    public void aForeignCursorIsRefused() {
        try (CareScene scene = scene()) {
            scene.rossiWithAnna().send(toAnna("1")).orThrow();
            scene.rossiWithBruno().send(toBruno("2")).orThrow();
            PageCursor next = next(scene.rossi(), InboxQuery.all().limit(1));
            PageCursor substitutes = scene.verdiForRossi()
                    .inbox(InboxQuery.all().limit(1))
                    .orThrow()
                    .next()
                    .orElseThrow();
            for (InboxQuery query : List.of(
                    InboxQuery.all().after(substitutes),
                    InboxQuery.all().unread().after(next),
                    InboxQuery.all().search("a").after(next),
                    InboxQuery.all().after(PageCursor.of("")),
                    InboxQuery.all().after(PageCursor.of("0.x.y")))) {
                assertThat(refusal(scene.rossi().inbox(query))).isEqualTo(RefusalCode.FOREIGN_CURSOR);
            }
            assertThat(refusal(scene.anna().conversations(1, next))).isEqualTo(RefusalCode.FOREIGN_CURSOR);
            assertThat(refusal(scene.rossi().inbox(InboxQuery.all().search("x".repeat(201)))))
                    .isEqualTo(RefusalCode.SEARCH_TOO_LONG);
            assertThat(scene.rossi()
                            .inbox(InboxQuery.all().limit(7).after(next))
                            .orThrow()
                            .rows())
                    .hasSize(1);
        }
    }

    /** The patient's list: unread, availability without reason, service, whether colleagues may read; page by page. */
    @Example
    @Tag("INBOX-7")
    @Tag("SUB-7")
    public void thePatientHasAListToo() {
        try (CareScene scene = scene()) {
            scene.rossiWithAnna().send(toAnna("1")).orThrow();
            scene.rossiWithAnna().disable("holiday").orThrow();
            scene.clock.move(Duration.ofMinutes(1));
            scene.anna().conversationWith(VERDI).open().orThrow();
            var first = scene.anna().conversations(1).orThrow();
            var second =
                    scene.anna().conversations(1, first.next().orElseThrow()).orThrow();
            assertThat(second.next()).isEmpty();
            List<PatientInboxRow> rows = Stream.of(first, second)
                    .flatMap(page -> page.rows().stream())
                    .toList();
            assertThat(rows).extracting(PatientInboxRow::practitioner).containsExactly(VERDI, ROSSI);
            assertThat(rows).extracting(PatientInboxRow::serviceActive).containsExactly(false, true);
            assertThat(rows).extracting(PatientInboxRow::colleaguesMayRead).containsExactly(false, true);
            assertThat(rows).extracting(PatientInboxRow::unread).containsExactly(0L, 1L);
            assertThat(rows.get(1).availability().isDisabled()).isTrue();
            assertThat(rows.get(1).availability().reason()).isEmpty();
            assertThat(rows.get(1).availability().by()).isEmpty();
            assertThat(rows).isEqualTo(scene.anna().conversations().orThrow().rows());
        }
    }

    private static void write(CareScene scene, PatientProfile patient) {
        scene.host().putPatient(patient);
        scene.host().permitContact(patient.id(), ROSSI);
        scene.rossi()
                .conversationWith(patient.id())
                .send(Draft.of(patient.id(), "hello"))
                .orThrow();
    }

    private static PageCursor next(PractitionerView view, InboxQuery query) {
        return view.inbox(query).orThrow().next().orElseThrow();
    }

    private static List<InboxRow> all(PractitionerView view, int limit) {
        return rest(view, limit, Optional.empty());
    }

    private static List<InboxRow> rest(PractitionerView view, int limit, Optional<PageCursor> from) {
        List<InboxRow> rows = new ArrayList<>();
        Optional<PageCursor> next = from;
        boolean more = true;
        while (more) {
            InboxQuery query = InboxQuery.all().limit(limit);
            InboxPage page = view.inbox(next.map(query::after).orElse(query)).orThrow();
            rows.addAll(page.rows());
            next = page.next();
            more = next.isPresent();
        }
        return rows;
    }

    private static List<String> ids(List<InboxRow> rows) {
        return rows.stream().map(row -> row.conversation().value()).toList();
    }
}
