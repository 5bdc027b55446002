package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.Practice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link org.clinicchat.port.ConversationStore#facts} answers: what was put last, about this actor and this pair alone. */
public interface ConversationFactsContract extends StorageUnderTest {

    /** Where nothing was put, nothing is known. */
    @Test
    @Tag("CARE-11")
    default void nothingIsKnownOfNobody() {
        Scene scene = Scene.empty(storage());
        StoredCare nothing =
                new StoredCare(Optional.empty(), false, false, false, false, Optional.empty(), Optional.empty());
        assertThat(facts(scene, scene.substitute(), scene.key(ROSSI, ANNA))).isEqualTo(nothing);
    }

    /** The owner's practice is given as it was put last. */
    @Test
    @Tag("AUTO-4")
    default void thePracticeIsGivenAsItIs() {
        Scene scene = Scene.in(storage());
        Practice first = scene.practice(ROSSI);
        Practice next = first.with(AutoReply.NONE.saying("Torno lunedì 😀").switchedOn());
        scene.replace(next);

        StoredCare facts = facts(scene, scene.patient(), scene.key(ROSSI, ANNA));

        assertThat(facts.practice()).contains(next);
        assertThat(facts(scene, scene.patient(), scene.key(VERDI, ANNA)).practice())
                .isEmpty();
    }

    /** A patient is known once the host has put a profile. */
    @Test
    @Tag("CARE-11")
    default void aPatientIsKnownOnceHisProfileIsPut() {
        Scene scene = Scene.in(storage());
        ConversationKey carla = scene.key(ROSSI, PatientId.of("carla"));
        assertThat(facts(scene, scene.owner(), carla).patientKnown()).isFalse();

        scene.put(PatientProfile.of(carla.patient(), "Carla", "Riva"));

        assertThat(facts(scene, scene.owner(), carla).patientKnown()).isTrue();
    }

    /** A permission is of one pair, and can be withdrawn. */
    @Test
    @Tag("CARE-11")
    default void aPermissionIsOfOnePair() {
        Scene scene = Scene.in(storage());
        scene.permit(ROSSI, ANNA, true);
        assertThat(facts(scene, scene.owner(), scene.key(ROSSI, ANNA)).permitted())
                .isTrue();
        assertThat(facts(scene, scene.owner(), scene.key(ROSSI, BRUNO)).permitted())
                .isFalse();
        assertThat(facts(scene, scene.owner(), scene.key(VERDI, ANNA)).permitted())
                .isFalse();

        scene.permit(ROSSI, ANNA, false);

        assertThat(facts(scene, scene.owner(), scene.key(ROSSI, ANNA)).permitted())
                .isFalse();
    }

    /** Colleagues share a work group as long as both are in one; nobody shares one with himself, and no patient does. */
    @Test
    @Tag("SUB-1")
    default void colleaguesShareAWorkGroupWhileBothAreInOne() {
        Scene scene = Scene.in(storage());
        assertThat(shares(scene, BIANCHI)).isFalse();

        scene.putGroup(GROUP, ROSSI, BIANCHI);
        assertThat(shares(scene, BIANCHI)).isTrue();
        assertThat(shares(scene, VERDI)).isFalse();
        assertThat(facts(scene, scene.owner(), scene.key(ROSSI, ANNA)).sharesWorkGroup())
                .isFalse();
        assertThat(facts(scene, scene.patient(), scene.key(ROSSI, ANNA)).sharesWorkGroup())
                .isFalse();

        scene.putGroup(GROUP, BIANCHI, VERDI);
        assertThat(shares(scene, BIANCHI)).isFalse();
        assertThat(shares(scene, VERDI)).isFalse();
    }

    /** A group more keeps colleagues together when another goes. */
    @Test
    @Tag("SUB-1")
    default void oneCommonWorkGroupIsEnough() {
        Scene scene = Scene.in(storage());
        WorkGroupId second = WorkGroupId.of("night-shift");
        scene.putGroup(GROUP, ROSSI, BIANCHI, VERDI);
        scene.putGroup(second, BIANCHI, ROSSI);

        scene.removeGroup(GROUP);
        assertThat(shares(scene, BIANCHI)).isTrue();
        assertThat(shares(scene, VERDI)).isFalse();

        scene.removeGroup(second);
        assertThat(shares(scene, BIANCHI)).isFalse();
    }

    /** The link that counts is the actor's with this patient. */
    @Test
    @Tag("SUB-6")
    default void aPersonLinkIsTheActorsWithThisPatient() {
        Scene scene = Scene.in(storage());
        scene.link(BIANCHI, ANNA, true);
        assertThat(linked(scene, scene.substitute(), scene.key(ROSSI, ANNA))).isTrue();
        assertThat(linked(scene, scene.substitute(), scene.key(ROSSI, BRUNO))).isFalse();
        assertThat(linked(scene, scene.owner(), scene.key(ROSSI, ANNA))).isFalse();

        scene.link(BIANCHI, ANNA, false);

        assertThat(linked(scene, scene.substitute(), scene.key(ROSSI, ANNA))).isFalse();
    }

    /** What the ledger says is said of the practice's present automatic reply. */
    @Test
    @Tag("AUTO-2")
    default void theLedgerIsReadForThePresentAutomaticReply() {
        Scene scene = Scene.in(storage());
        AutoReply first = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        scene.replace(scene.practice(ROSSI).with(first));
        Chat chat = scene.chat();
        chat.step()
                .message(scene.patient(), "Buongiorno")
                .autoReply(first.text(), first.delivery())
                .store();
        assertThat(ledger(chat)).isEqualTo(AutoReplyLedger.DELIVERED);

        AutoReply other = first.saying("Torno martedì");
        scene.replace(scene.practice(ROSSI).with(other));
        assertThat(ledger(chat)).isEqualTo(new AutoReplyLedger(false, true, true));

        AutoReply again = other.switchedOff().saying("Torno lunedì").switchedOn();
        scene.replace(scene.practice(ROSSI).with(again));
        assertThat(ledger(chat)).isEqualTo(new AutoReplyLedger(true, false, true));

        scene.replace(scene.practice(ROSSI).with(again.reset()));
        assertThat(ledger(chat)).isEqualTo(AutoReplyLedger.EMPTY);
    }

    /** Facts for deciding and for looking are fresh; facts for a first try may be old, but are never of no moment. */
    @Test
    @Tag("CARE-10")
    default void whatFactsAreForDecidesHowFreshTheyAre() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        Set<Optional<CareState>> known = new HashSet<>(Set.of(Optional.empty()));
        for (int i = 0; i < 6; i++) {
            assertThat(known).contains(facts(chat, Purpose.TO_ACCEPT).state());
            assertThat(known).contains(facts(chat, Purpose.TO_READ).state());
            chat.patientSays("Messaggio " + i);
            scene.movePractice();
            known.add(chat.state());
            for (Purpose purpose : List.of(Purpose.TO_DECIDE, Purpose.TO_LOOK)) {
                assertThat(facts(chat, purpose).state()).isEqualTo(chat.state());
                assertThat(facts(chat, purpose).practice()).contains(scene.practice(ROSSI));
            }
        }
    }

    /**
     * All that is told is of one moment, however fast groups, links, permissions, settings and messages change: of the present
     * one for deciding and looking, of any for accepting; at the node that changes them and at another.
     */
    @Test
    @Tag("SUB-1")
    @Tag("SUB-5")
    @Tag("AUTO-2")
    default void factsAreOfOneMoment() {
        ChangingPractice practice = new ChangingPractice(Scene.in(storage()));
        List<Storage> nodes = List.of(practice.scene.storage, otherNode());
        List<Callable<Truths.Told<?>>> readers = new ArrayList<>();
        for (Storage node : nodes) {
            CareQuestion accepting = practice.question(Purpose.TO_ACCEPT);
            readers.add(() ->
                    practice.careForAccepting.askAny(() -> node.conversations().facts(accepting)));
            for (Purpose purpose : List.of(Purpose.TO_DECIDE, Purpose.TO_LOOK)) {
                CareQuestion question = practice.question(purpose);
                readers.add(() -> practice.care.ask(() -> node.conversations().facts(question)));
            }
            readers.add(() -> practice.list.ask(() -> node.practices().facts(practice.scene.clinic, ROSSI, BIANCHI)));
        }
        Watching.of(1, 100, n -> practice.change(), readers).forEach(Truths.Told::assertTrue);
    }

    private static StoredCare facts(Chat chat, Purpose purpose) {
        CareQuestion question = new CareQuestion(chat.key, chat.scene.patient(), Optional.empty(), purpose);
        return chat.scene.conversations().facts(question);
    }

    private static AutoReplyLedger ledger(Chat chat) {
        return chat.storedState().ledger();
    }

    private static boolean shares(Scene scene, PractitionerId colleague) {
        Actor substitute = Actor.substitute(scene.clinic, colleague, ROSSI);
        return facts(scene, substitute, scene.key(ROSSI, ANNA)).sharesWorkGroup();
    }

    private static boolean linked(Scene scene, Actor actor, ConversationKey key) {
        return facts(scene, actor, key).linkedToPatient();
    }

    private static StoredCare facts(Scene scene, Actor actor, ConversationKey key) {
        return scene.conversations().facts(new CareQuestion(key, actor, Optional.empty()));
    }
}
