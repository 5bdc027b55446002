package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.PatientListed;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A patient's list: his conversations with all practitioners, newest message first (INBOX-7). */
public interface PatientListContract extends StorageUnderTest {

    /** Head, practice as it is now, the patient's count and mark. */
    @Test
    @Tag("INBOX-7")
    default void aPatientsRowsShowWhatIsNow() {
        List<Chat> chats = withPractitioners(4);
        Scene scene = chats.get(0).scene;
        chats.get(1).patientSays("Grazie");
        chats.get(2).markUnread(PATIENT);
        chats.get(3).open(PATIENT, 5);
        Practice practice = scene.practice(chats.get(0).key.practitioner());
        Instant from = scene.tick();
        scene.replace(practice.with(new ChatService(true, from)));
        scene.replace(scene.practice(practice.practitioner())
                .with(new SubstituteAccess(true, Optional.of(from), Optional.empty())));

        ListSlice<PatientListed> slice = page(chats, false, Optional.empty(), 100);

        assertThat(slice.rows()).isEqualTo(expected(chats, chat -> true)).hasSize(4);
        assertThat(slice.last()).isEmpty();
    }

    /** The list is the patient's alone, and empty for one who has no conversation. */
    @Test
    @Tag("SAFE-1")
    default void aPatientsListIsHisAlone() {
        List<Chat> chats = withPractitioners(2);
        Scene scene = chats.get(0).scene;
        scene.chat(Scene.ROSSI, BRUNO).patientSays("Di Bruno");
        assertThat(page(chats, false, Optional.empty(), 100).rows()).isEqualTo(expected(chats, chat -> true));
        assertThat(scene.storage
                        .inboxes()
                        .patientPage(scene.clinic, PatientId.of("nobody"), false, Optional.empty(), 10))
                .isEqualTo(new ListSlice<PatientListed>(List.of(), Optional.empty()));
    }

    /** Where only permitted pairs count, the others are left out. */
    @Test
    @Tag("CARE-11")
    default void aPatientSeesPermittedPairsAloneWhereAsked() {
        List<Chat> chats = withPractitioners(3);
        Scene scene = chats.get(0).scene;
        PractitionerId permitted = chats.get(1).key.practitioner();
        scene.permit(permitted, ANNA, true);
        scene.permit(chats.get(0).key.practitioner(), BRUNO, true);
        assertThat(page(chats, true, Optional.empty(), 100).rows())
                .isEqualTo(expected(chats, chat -> chat.key.practitioner().equals(permitted)));
        assertThat(page(chats, false, Optional.empty(), 100).rows()).hasSize(3);
        scene.permit(permitted, ANNA, false);
        assertThat(page(chats, true, Optional.empty(), 100).rows()).isEmpty();
    }

    /** Pages of any size give the whole list, and rows that move up in between disturb no other. */
    @Test
    @Tag("INBOX-5")
    @Tag("INBOX-7")
    default void aPatientsListIsPagedByPosition() {
        List<Chat> chats = withPractitioners(7);
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(walk(chats, limit, page -> {})).isEqualTo(expected(chats, chat -> true));
        }
        Chat mover = chats.get(0);
        List<PatientListed> walked = walk(chats, 2, page -> mover.ownerSays("Nuovo"));
        assertThat(walked.stream()
                        .filter(row -> !row.head().id().equals(mover.id))
                        .toList())
                .isEqualTo(expected(chats, chat -> chat != mover));
    }

    /** While a writer changes all that a patient's list shows, every page is of one moment, and of none that was past. */
    @Test
    @Tag("INBOX-7")
    @Tag("READ-3")
    default void aPatientsListIsOfOneMoment() {
        List<Chat> chats = withPractitioners(3);
        Scene scene = chats.get(0).scene;
        Truths<List<PatientListed>> truths = new Truths<>();
        truths.add(expected(chats, chat -> true));
        List<Callable<Truths.Told<?>>> readers = new ArrayList<>();
        for (InboxStore node : List.of(scene.storage.inboxes(), otherNode().inboxes())) {
            readers.add(() -> truths.ask(() -> node.patientPage(scene.clinic, ANNA, false, Optional.empty(), 1_000)
                    .rows()));
        }
        Random random = new Random(7);
        IntConsumer write = n -> {
            changeSomething(chats, random, n);
            truths.add(expected(chats, chat -> true));
        };
        Watching.of(1, 100, write, readers).forEach(Truths.Told::assertTrue);
    }

    private static void changeSomething(List<Chat> chats, Random random, int n) {
        Chat chat = chats.get(random.nextInt(chats.size()));
        Scene scene = chat.scene;
        switch (random.nextInt(7)) {
            case 0 -> chat.open(PATIENT, 1 + random.nextInt(2));
            case 1 -> chat.markUnread(PATIENT);
            case 2 -> chat.patientSays("Domanda " + n);
            case 3 -> scene.replace(scene.practice(chat.key.practitioner()).moved());
            case 4 -> chats.add(withPractitioner(scene, chats.size()));
            default -> chat.ownerSays("Risposta " + n);
        }
    }

    private static Chat withPractitioner(Scene scene, int number) {
        PractitionerId practitioner = PractitionerId.of("doctor-" + number);
        scene.add(practitioner);
        Chat chat = scene.chat(practitioner, ANNA);
        chat.ownerSays("Buongiorno da " + number);
        return chat;
    }

    private List<Chat> withPractitioners(int many) {
        Scene scene = Scene.in(storage());
        List<Chat> chats = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            chats.add(withPractitioner(scene, i));
        }
        return chats;
    }

    private static List<PatientListed> walk(List<Chat> chats, int limit, IntConsumer between) {
        List<PatientListed> rows = new ArrayList<>();
        Optional<ListPosition> after = Optional.empty();
        int page = 0;
        do {
            ListSlice<PatientListed> slice = page(chats, false, after, limit);
            rows.addAll(slice.rows());
            after = slice.last();
            between.accept(page++);
        } while (after.isPresent() && page < 100);
        return rows;
    }

    private static ListSlice<PatientListed> page(
            List<Chat> chats, boolean permittedOnly, Optional<ListPosition> after, int limit) {
        Scene scene = chats.get(0).scene;
        return scene.storage.inboxes().patientPage(scene.clinic, ANNA, permittedOnly, after, limit);
    }

    private static List<PatientListed> expected(List<Chat> chats, Predicate<Chat> which) {
        return chats.stream()
                .filter(which)
                .sorted(Inbox.NEWEST_FIRST)
                .map(chat -> new PatientListed(
                        chat.head(),
                        chat.scene.practice(chat.key.practitioner()),
                        chat.unread(PATIENT),
                        chat.reader(PATIENT).markedUnread()))
                .toList();
    }
}
