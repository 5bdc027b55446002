package org.clinicchat.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.Role;
import org.jspecify.annotations.Nullable;

/** How single values stand in a column. */
final class Codes {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Codes() {}

    /** Microseconds since 1970; not by way of nanoseconds, which end in 2262. */
    static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }

    /** The same for a time that nothing was ever sent at: as far off as there are places. */
    static long place(Instant time) {
        long seconds = time.getEpochSecond();
        long most = Long.MAX_VALUE / MICROS_PER_SECOND - 1;
        return micros(
                seconds > most ? Instant.ofEpochSecond(most) : seconds < -most ? Instant.ofEpochSecond(-most) : time);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static String person(PersonRef person) {
        return letter(person.role()) + "/" + person.id();
    }

    static @Nullable String person(Optional<PersonRef> person) {
        return person.map(Codes::person).orElse(null);
    }

    static PersonRef person(String code) {
        return new PersonRef(role(code.charAt(0)), code.substring(2));
    }

    static Optional<PersonRef> optionalPerson(@Nullable String code) {
        return Optional.ofNullable(code).map(Codes::person);
    }

    static int kind(MessageKind kind) {
        return switch (kind) {
            case HUMAN -> 1;
            case AUTO_REPLY -> 2;
            case SYSTEM -> 3;
        };
    }

    static MessageKind kind(int code) {
        return switch (code) {
            case 1 -> MessageKind.HUMAN;
            case 2 -> MessageKind.AUTO_REPLY;
            case 3 -> MessageKind.SYSTEM;
            default -> throw new IllegalStateException("a message is of kind " + code + ", which nobody wrote");
        };
    }

    static int side(Side side) {
        return side == Side.PRACTICE ? 1 : 2;
    }

    private static char letter(Role role) {
        return switch (role) {
            case PRACTITIONER -> 'd';
            case PATIENT -> 'p';
            case GUEST -> 'g';
            case HOST -> 'h';
        };
    }

    private static Role role(char letter) {
        return switch (letter) {
            case 'd' -> Role.PRACTITIONER;
            case 'p' -> Role.PATIENT;
            case 'g' -> Role.GUEST;
            case 'h' -> Role.HOST;
            default -> throw new IllegalStateException("a person has the role " + letter + ", which nobody wrote");
        };
    }
}
