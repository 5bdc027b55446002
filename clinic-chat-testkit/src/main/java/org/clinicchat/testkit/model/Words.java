package org.clinicchat.testkit.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;

/** Test data in words: the values of the core hide what they hold, a failing history must not. */
final class Words {

    /** The platform looks them up anew, each time that it is asked. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Words() {}

    static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Words::of).orElse("nothing");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Record) {
            return parts(value);
        }
        return value.toString();
    }

    static String who(Actor actor) {
        String self = actor.self().id().isEmpty() ? "the host" : actor.self().id();
        return actor.onBehalfOf().map(owner -> self + " for " + owner.id()).orElse(self) + " in " + actor.clinic();
    }

    static RecordComponent[] components(Object record) {
        return COMPONENTS.get(record.getClass());
    }

    /** A component of a record. */
    static Object part(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a part of an answer cannot be read: " + component, e);
        }
    }

    private static String parts(Object value) {
        if (value instanceof PersonRef person) {
            return person.role() + "/" + person.id();
        }
        return Arrays.stream(components(value))
                .map(component -> component.getName() + "=" + of(part(value, component)))
                .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "(", ")"));
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c < 0x7F ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
