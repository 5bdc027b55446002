package org.clinicchat.testkit.model;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.service.Practice;

/**
 * Compares the model's answers with the chat's, part by part. Ids are names of their own on each side: which belongs to which
 * is learnt at first sight, and from then on it is held to.
 */
final class Alignment {

    private final Map<Object, Object> real = new HashMap<>();
    private final Map<Object, Object> names = new HashMap<>();

    /** Where two answers differ. */
    record Difference(String path, Object expected, Object actual) {
        @Override
        public String toString() {
            return "at " + path + ":\n    by the rules " + Words.of(expected) + "\n    by the chat  "
                    + Words.of(actual);
        }
    }

    /** The chat's id, ticket or cursor for the model's; what the model never gave out is passed on as it is. */
    <T> T real(T name) {
        @SuppressWarnings("unchecked")
        T known = (T) real.getOrDefault(name, name);
        return known;
    }

    void learn(Object name, Object realOne) {
        real.put(name, realOne);
        names.put(realOne, name);
    }

    /** The first difference, if there is one. */
    Optional<Difference> compare(String path, Object expected, Object actual) {
        if (isPassedBack(expected) && isPassedBack(actual)) {
            real.put(expected, actual);
            return Optional.empty();
        }
        if (isId(expected) && isId(actual)) {
            return sameId(path, expected, actual);
        }
        if (expected instanceof Record && expected.getClass().equals(actual.getClass())) {
            return inRecord(path, expected, actual);
        }
        if (expected instanceof List<?> some && actual instanceof List<?> others && some.size() == others.size()) {
            return inList(path, some, others);
        }
        if (expected instanceof Optional<?> one
                && actual instanceof Optional<?> other
                && one.isPresent()
                && other.isPresent()) {
            return compare(path, one.get(), other.get());
        }
        return difference(!expected.equals(actual), path, expected, actual);
    }

    /** Tickets and cursors are opaque: what they are worth is told when they come back. */
    private static boolean isPassedBack(Object value) {
        return value instanceof ReadTicket || value instanceof PageCursor;
    }

    private static boolean isId(Object value) {
        return value instanceof ConversationId || value instanceof MessageId || value instanceof ClinicId;
    }

    private Optional<Difference> sameId(String path, Object expected, Object actual) {
        if (!real.containsKey(expected) && !names.containsKey(actual)) {
            learn(expected, actual);
        }
        return difference(!actual.equals(real.get(expected)), path, expected, names.getOrDefault(actual, actual));
    }

    private Optional<Difference> inRecord(String path, Object expected, Object actual) {
        for (RecordComponent component : Words.components(expected)) {
            boolean modelled =
                    !(expected instanceof Practice && component.getName().equals("version"));
            Optional<Difference> difference = modelled
                    ? compare(
                            path + "." + component.getName(),
                            Words.part(expected, component),
                            Words.part(actual, component))
                    : Optional.empty();
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> inList(String path, List<?> expected, List<?> actual) {
        for (int i = 0; i < expected.size(); i++) {
            Optional<Difference> difference = compare(path + "[" + i + "]", expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> difference(boolean differ, String path, Object expected, Object actual) {
        return differ ? Optional.of(new Difference(path, expected, actual)) : Optional.empty();
    }
}
