package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.OWNER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.SearchKeys;
import org.clinicchat.people.SearchTerms;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.ListSlice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A search finds exactly the patients whom {@link SearchKeys#match} finds (INBOX-4). */
public interface InboxSearchContract extends StorageUnderTest {

    /** Whom a search box is asked for. */
    List<String> SEARCHES = List.of(
            "damico",
            "D'Amico",
            "d’am",
            "amico",
            "nicolo",
            "Nicolò",
            "NICOLO D",
            "amico nicolo",
            "dam nic",
            "dam nic ross",
            "strasse",
            "straße",
            "li",
            "李",
            "de",
            "de luca",
            "luca de",
            "e",
            "ł",
            "lodz",
            "DMCNCL80A01H501X",
            "dmc ncl 80",
            "MRA-12",
            "mra12",
            "12",
            "RSSMRA",
            "%",
            "_",
            "*",
            "'",
            "!!!",
            "x".repeat(200),
            "0",
            "maria",
            "maria maria");

    /** By words in any order, each a beginning; by an identifier's beginning; accents, case and apostrophes aside. */
    @Test
    @Tag("INBOX-4")
    default void aSearchFindsWhomTheKeysMatch() {
        Inbox inbox = patients();
        for (String typed : SEARCHES) {
            assertThat(inbox.found(typed)).isEqualTo(expected(inbox, typed));
        }
        assertThat(inbox.found("damico")).hasSize(2);
    }

    /** What is typed is a text, never a pattern. */
    @Test
    @Tag("INBOX-4")
    @Tag("SAFE-6")
    default void aSearchIsNoPattern() {
        Inbox inbox = patients();
        for (String typed : List.of("%", "_", "d%o", "n_colo", ".*", "[a-z]", "\\", "' OR 1=1 --", "n*")) {
            assertThat(inbox.found(typed)).isEqualTo(expected(inbox, typed));
        }
        assertThat(inbox.found("%")).isEmpty();
        assertThat(inbox.found("luca")).hasSize(1);
    }

    /** A search and filters combine. */
    @Test
    @Tag("INBOX-4")
    @Tag("INBOX-3")
    default void searchAndFiltersCombine() {
        Inbox inbox = patients();
        Chat read = inbox.chats.get(0);
        read.open(OWNER, 5);
        Chat unread = inbox.chats.get(1);
        assertThat(inbox.found("damico")).containsExactlyInAnyOrder(read.id, unread.id);
        assertThat(inbox.found("damico", Filter.UNREAD)).containsExactly(unread.id);
        assertThat(inbox.found("damico", Filter.UNREAD, Filter.DISABLED)).isEmpty();
    }

    /** A profile that is put again is found under what it is now, and no more under what it was. */
    @Test
    @Tag("INBOX-4")
    default void aChangedProfileIsFoundAsItIs() {
        Inbox inbox = patients();
        PatientId patient = inbox.chats.get(0).key.patient();
        inbox.scene.put(PatientProfile.of(patient, "Zoe", "Zanetti").with("urn:card", "ZZ-9"));
        for (String typed : List.of("zanetti", "zz9", "damico", "DMCNCL80A01H501X", "nicolo")) {
            assertThat(inbox.found(typed)).isEqualTo(expected(inbox, typed));
        }
        assertThat(inbox.found("zanetti")).containsExactly(inbox.chats.get(0).id);
    }

    /** A message's text is not searched. */
    @Test
    @Tag("INBOX-4")
    default void textsAreNotSearched() {
        Inbox inbox = patients();
        inbox.chats.get(0).patientSays("Zanzibar");
        assertThat(inbox.found("zanzibar")).isEmpty();
        assertThat(inbox.found("nicolo")).contains(inbox.chats.get(0).id);
    }

    /** The result of a search is paged as the list is. */
    @Test
    @Tag("INBOX-4")
    @Tag("INBOX-5")
    default void aSearchIsPaged() {
        Scene scene = Scene.in(storage());
        Inbox inbox = new Inbox(scene);
        for (int i = 0; i < 12; i++) {
            String family = i % 3 == 0 ? "Rossi" : "Bianchi";
            inbox.add(PatientProfile.of(PatientId.of("patient-" + i), "Maria", family))
                    .patientSays("Buongiorno");
        }
        List<InboxRow> walked = new ArrayList<>();
        Optional<ListPosition> after = Optional.empty();
        int pages = 0;
        do {
            InboxScan scan = new InboxScan(Set.of(), Optional.of(SearchTerms.of("ross")), after, 2);
            ListSlice<InboxRow> slice = inbox.page(inbox.access(), scan);
            walked.addAll(slice.rows());
            after = slice.last();
            pages++;
        } while (after.isPresent() && pages < 10);
        assertThat(pages).isEqualTo(2);
        assertThat(walked).extracting(InboxRow::conversation).isEqualTo(expected(inbox, "ross"));
    }

    private static List<ConversationId> expected(Inbox inbox, String typed) {
        SearchTerms terms = SearchTerms.of(typed);
        return inbox.expected(OWNER, chat -> true).stream()
                .filter(row -> SearchKeys.of(row.patient()).match(terms))
                .map(InboxRow::conversation)
                .toList();
    }

    private Inbox patients() {
        Inbox inbox = new Inbox(Scene.in(storage()));
        List<PatientProfile> profiles = List.of(
                PatientProfile.of(PatientId.of("p-1"), "Nicolò", "D'Amico")
                        .with(PersonIdentifier.CODICE_FISCALE, "DMCNCL80A01H501X"),
                PatientProfile.of(PatientId.of("p-2"), "Maria Rosa", "D’Amico"),
                PatientProfile.of(PatientId.of("p-3"), "Luca", "De Luca").with("urn:card", "MRA-12/34"),
                PatientProfile.of(PatientId.of("p-4"), "Günther", "Straße"),
                PatientProfile.of(PatientId.of("p-5"), "李", "小龍"),
                PatientProfile.of(PatientId.of("p-6"), "Łucja", "Łódź"),
                PatientProfile.of(PatientId.of("p-7"), "Mario", "Rossi")
                        .with(PersonIdentifier.CODICE_FISCALE, "RSSMRA70A01H501S")
                        .with("urn:card", "12345"),
                PatientProfile.of(PatientId.of("p-8"), "", ""),
                PatientProfile.of(PatientId.of("p-9"), "Élodie", "Lefèvre-Moreau"));
        profiles.forEach(profile -> inbox.add(profile).patientSays("Buongiorno"));
        return inbox;
    }
}
