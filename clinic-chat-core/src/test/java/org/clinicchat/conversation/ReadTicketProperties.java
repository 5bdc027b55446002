package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.GuestId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

class ReadTicketProperties {
    private static final ConversationId CHAT = ConversationId.of("conv-1");
    private static final Actor READER = Scene.AS_OWNER;
    private static final long MOST = 999_999_999_999_999_999L;

    @Property
    @Tag("READ-5")
    void aTicketTellsItsMarksToItsReaderInItsConversation(@ForAll @LongRange(min = 0, max = MOST) long marks) {
        ReadTicket ticket = ReadTicket.issue(CHAT, READER, marks);

        assertThat(ticket.value()).matches("[A-Za-z0-9_.-]+");
        assertThat(ticket.marks(CHAT, READER)).contains(marks);
        assertThat(ReadTicket.of(ticket.value()).marks(CHAT, READER)).contains(marks);
    }

    @Property
    @Tag("SAFE-6")
    void aForeignTicketTellsNothing(@ForAll @LongRange(min = 0, max = 99) long marks) {
        ReadTicket ticket = ReadTicket.issue(CHAT, READER, marks);
        ClinicId south = ClinicId.of("south");
        List<Actor> others = List.of(
                Actor.practitioner(Scene.CLINIC, Scene.COLLEAGUE),
                Actor.practitioner(south, Scene.OWNER),
                Actor.patient(Scene.CLINIC, PatientId.of(Scene.OWNER.value())),
                Actor.guest(Scene.CLINIC, GuestId.of(Scene.OWNER.value())),
                Actor.host(Scene.CLINIC));

        assertThat(others).allMatch(other -> ticket.marks(CHAT, other).isEmpty());
        assertThat(ticket.marks(ConversationId.of("conv-2"), READER)).isEmpty();
    }

    @Property
    @Tag("SAFE-6")
    void aTicketIsThePersonsWhateverHeActsAs(@ForAll @LongRange(min = 0, max = 99) long marks) {
        Actor substitute = Actor.substitute(Scene.CLINIC, Scene.OWNER, PractitionerId.of("dr-z"));

        assertThat(ReadTicket.issue(CHAT, READER, marks).marks(CHAT, substitute))
                .contains(marks);
    }

    @Provide
    Arbitrary<String> forged() {
        String binding = binding();
        Arbitrary<String> numbers = Arbitraries.of(
                "",
                "-1",
                "+1",
                "1.",
                ".",
                "1e3",
                "x",
                " 1",
                "١",
                "1_0",
                "9".repeat(19),
                "0".repeat(18),
                "99999999999999999999");
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().map(text -> text + "." + binding),
                Arbitraries.strings().map(text -> "1." + text),
                numbers.map(number -> number + "." + binding),
                numbers.map(number -> number + binding));
    }

    @Property
    @Tag("SAFE-6")
    void anyStringCanComeBackAndOnlyARealTicketTells(@ForAll("forged") String value) {
        boolean real = value.matches("[0-9]{1,18}\\." + binding());
        Optional<Long> marks = ReadTicket.of(value).marks(CHAT, READER);

        assertThat(marks)
                .isEqualTo(
                        real ? Optional.of(Long.parseLong(value.substring(0, value.indexOf('.')))) : Optional.empty());
    }

    @Example
    @Tag("SAFE-6")
    void theBordersOfANumber() {
        assertThat(ReadTicket.of("9".repeat(18) + "." + binding()).marks(CHAT, READER))
                .contains(MOST);
        assertThat(ReadTicket.of("9".repeat(19) + "." + binding()).marks(CHAT, READER))
                .isEmpty();
        assertThat(ReadTicket.of("0." + binding()).marks(CHAT, READER)).contains(0L);
        assertThat(ReadTicket.of("/." + binding()).marks(CHAT, READER)).isEmpty();
        assertThat(ReadTicket.of(":." + binding()).marks(CHAT, READER)).isEmpty();
        assertThat(ReadTicket.of("." + binding()).marks(CHAT, READER)).isEmpty();
        assertThat(ReadTicket.of(binding()).marks(CHAT, READER)).isEmpty();
    }

    @Example
    @Tag("SAFE-5")
    void aTicketShowsNothingOfWhatSomebodySent() {
        assertThat(ReadTicket.of("Mario Rossi")).hasToString("ReadTicket");
    }

    private static String binding() {
        String value = ReadTicket.issue(CHAT, READER, 7).value();
        return value.substring(value.indexOf('.') + 1);
    }
}
