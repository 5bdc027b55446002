package org.clinicchat.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries, rows and pages. */
class InboxTest {
    private static final AvailabilityState ON = AvailabilityState.initial(Instant.EPOCH);
    private static final ConversationId CHAT = ConversationId.of("c1");

    @Test
    void theFirstQueryAsksForTheFirstFiftyOfAll() {
        assertThat(InboxQuery.all()).isEqualTo(new InboxQuery(Set.of(), "", 50, Optional.empty()));
    }

    @Test
    @Tag("INBOX-3")
    @Tag("INBOX-4")
    void filtersAndSearchCombine() {
        PageCursor cursor = PageCursor.of("x");

        assertThat(InboxQuery.all()
                        .unread()
                        .awaitingReply()
                        .disabled()
                        .search("rossi")
                        .limit(7)
                        .after(cursor))
                .isEqualTo(new InboxQuery(Set.of(Filter.values()), "rossi", 7, Optional.of(cursor)))
                .isEqualTo(InboxQuery.all()
                        .after(cursor)
                        .limit(7)
                        .search("rossi")
                        .disabled()
                        .awaitingReply()
                        .unread());
    }

    @Test
    @Tag("INBOX-3")
    void aFilterTwiceIsAFilterOnce() {
        assertThat(InboxQuery.all().unread().unread().filters()).containsExactly(Filter.UNREAD);
    }

    @Test
    @Tag("SAFE-6")
    void aPageHasOneToFiveHundredRows() {
        assertThat(InboxQuery.all().limit(1).limit()).isEqualTo(1);
        assertThat(InboxQuery.all().limit(500).limit()).isEqualTo(500);
        assertThatThrownBy(() -> InboxQuery.all().limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InboxQuery.all().limit(501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SAFE-5")
    void aQueryHidesWhatWasTyped() {
        assertThat(InboxQuery.all().unread().search("rossi")).hasToString("InboxQuery[[UNREAD], limit 50]");
    }

    @Test
    @Tag("READ-4")
    void aRowShowsAsUnreadByCountOrByMark() {
        assertThat(row(0, false).isUnread()).isFalse();
        assertThat(row(1, false).isUnread()).isTrue();
        assertThat(row(0, true).isUnread()).isTrue();
        assertThat(patientRow(0, false).isUnread()).isFalse();
        assertThat(patientRow(1, false).isUnread()).isTrue();
        assertThat(patientRow(0, true).isUnread()).isTrue();
    }

    @Test
    @Tag("SAFE-5")
    void aRowShowsItsConversationAlone() {
        assertThat(row(1, true)).hasToString("InboxRow[c1]");
        assertThat(patientRow(1, true)).hasToString("PatientInboxRow[c1]");
    }

    @Test
    void pagesTakeCopies() {
        List<InboxRow> rows = new ArrayList<>(List.of(row(0, false)));
        List<PatientInboxRow> patientRows = new ArrayList<>(List.of(patientRow(0, false)));
        InboxPage page = new InboxPage(rows, Optional.empty());
        PatientInboxPage patientPage = new PatientInboxPage(patientRows, Optional.empty());
        rows.clear();
        patientRows.clear();

        assertThat(page.rows()).hasSize(1);
        assertThat(patientPage.rows()).hasSize(1);
    }

    private static InboxRow row(long unread, boolean marked) {
        return new InboxRow(
                CHAT,
                PatientProfile.of(PatientId.of("p1"), "Mario", "Rossi"),
                ON,
                unread,
                marked,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MessageSeq.ZERO,
                Revision.ZERO);
    }

    private static PatientInboxRow patientRow(long unread, boolean marked) {
        return new PatientInboxRow(
                CHAT,
                PractitionerId.of("d1"),
                ON,
                true,
                false,
                unread,
                marked,
                Optional.empty(),
                Optional.empty(),
                MessageSeq.ZERO,
                Revision.ZERO);
    }
}
