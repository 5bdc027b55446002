package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Draft;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;

/** Who is found (INBOX-3, INBOX-4, INBOX-6), rule by rule. */
public abstract class SearchProperties extends CareProperties {

    /** For those that extend it. */
    protected SearchProperties() {}

    /** Unread is a count or a mark; awaiting and disabled filter too; filters combine. */
    @Example
    @Tag("INBOX-3")
    public void filtersChooseConversations() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            scene.rossiWithBruno().send(toBruno("one")).orThrow();
            assertThat(found(scene, InboxQuery.all().unread())).containsExactly("anna");
            scene.rossiWithAnna().open().orThrow();
            scene.rossiWithBruno().markUnread().orThrow();
            assertThat(found(scene, InboxQuery.all().unread())).containsExactly("bruno");
            assertThat(found(scene, InboxQuery.all().awaitingReply())).containsExactly("anna");
            assertThat(found(scene, InboxQuery.all().disabled())).isEmpty();
            scene.rossiWithBruno().disable().orThrow();
            assertThat(found(scene, InboxQuery.all().disabled().unread())).containsExactly("bruno");
            assertThat(found(scene, InboxQuery.all().disabled().awaitingReply()))
                    .isEmpty();
        }
    }

    /** Any order, any case, with or without accents and apostrophes; by the beginning of each word. */
    @Property(tries = 60)
    @Tag("INBOX-4")
    public void searchFindsByTheBeginningOfEachWord(
            @ForAll("names") String family, @ForAll @IntRange(min = 1, max = 6) int length, @ForAll boolean upper) {
        try (CareScene scene = scene()) {
            write(scene, scene.patient("p", "Nicolò Maria", family));
            write(scene, scene.patient("q", "Zeno", "Quirino"));
            String start = family.substring(0, Math.min(length, family.length()));
            String typed = start + " nicolo";
            String search = upper ? typed.toUpperCase(Locale.ROOT) : typed;
            assertThat(found(scene, InboxQuery.all().search(search)))
                    .contains("p")
                    .doesNotContain("q");
            assertThat(found(scene, InboxQuery.all().search(search).disabled())).isEmpty();
            assertThat(found(scene, InboxQuery.all().search(search + " zeno"))).isEmpty();
        }
    }

    /** The rulebook's own searches, and identifiers: normalised, whole or begun. */
    @Example
    @Tag("INBOX-4")
    public void searchIgnoresAccentsApostrophesAndPunctuation() {
        try (CareScene scene = scene()) {
            write(scene, scene.patient("p", "Nicolò", "D'Amico").with(PersonIdentifier.CODICE_FISCALE, "DMC-NCL 80A"));
            scene.host().putPatient(PatientProfile.of(CareScene.BRUNO, "Bruno", "Amico"));
            scene.rossiWithBruno().open().orThrow();
            for (String typed :
                    List.of("damico", "D'Amico", "D’AMICO nicolo", "Nicolò", "nicolò d", "dmcncl80a", "DMC-N")) {
                assertThat(found(scene, InboxQuery.all().search(typed)))
                        .as(typed)
                        .containsExactly("p");
            }
            for (String typed : List.of("mico", "ncl80a", "!", "\uD83D", "nicolo bruno")) {
                assertThat(found(scene, InboxQuery.all().search(typed)))
                        .as(typed)
                        .isEmpty();
            }
            assertThat(found(scene, InboxQuery.all().search(" "))).hasSize(2);
            scene.annaWithRossi().send(toAnna("unmistakable")).orThrow();
            assertThat(found(scene, InboxQuery.all().search("unmistakable"))).isEmpty();
        }
    }

    /** A capital sigma is one letter, at a word's end and inside it. */
    @Example
    @Tag("INBOX-4")
    public void searchKnowsBothSmallSigmas() {
        try (CareScene scene = scene()) {
            write(scene, scene.patient("p", "Σοφία", "Σοφοσάκης"));
            assertThat(found(scene, InboxQuery.all().search("ΣΟΦΟΣ"))).containsExactly("p");
            assertThat(found(scene, InboxQuery.all().search("σοφοσακησ"))).containsExactly("p");
        }
    }

    /** Without any identifier, even without a name, a patient is listed and writes. */
    @Example
    @Tag("INBOX-6")
    public void aProfileWithoutIdentifiersIsLegal() {
        try (CareScene scene = scene()) {
            write(scene, scene.patient("p", "", ""));
            assertThat(scene.rossi()
                            .inbox(InboxQuery.all())
                            .orThrow()
                            .rows()
                            .get(0)
                            .patient()
                            .identifiers())
                    .isEmpty();
            assertThat(found(scene, InboxQuery.all().search("p"))).isEmpty();
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

    private static List<String> found(CareScene scene, InboxQuery query) {
        return scene.rossi().inbox(query).orThrow().rows().stream()
                .map(row -> row.patient().id().value())
                .sorted()
                .toList();
    }

    @Provide
    Arbitrary<String> names() {
        return CareArbitraries.names().filter(name -> !name.isEmpty());
    }
}
