package org.clinicchat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.Role;
import org.clinicchat.people.WorkGroupId;

/** Builds the values of all exported packages, with a canary wherever a text, a name or an id of a person stands. */
final class Canaries {
    static final String CANARY = "Canary";

    /** Their ids may be shown: they name no person, or are random. */
    private static final Set<Class<?>> SHOWN = Set.of(
            ClinicId.class,
            WorkGroupId.class,
            ConversationId.class,
            MessageId.class,
            ClientMessageId.class,
            AttachmentRef.class);

    static final List<Class<?>> EXPORTED = exported();
    static final List<Class<?>> RECORDS =
            EXPORTED.stream().filter(Class::isRecord).toList();

    private static final String SHOWN_ID = "shown-1";

    private final Random random;
    private int canaries;

    Canaries(Random random) {
        this.random = random;
    }

    /** Every public class of the exported packages. */
    private static List<Class<?>> exported() {
        try {
            Path root = Path.of(ClinicChat.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Set<String> packages = packages(root);
            try (Stream<Path> files = Files.walk(root)) {
                List<String> names = files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class"))
                        .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                        .filter(name -> name.contains(".") && !name.endsWith("package-info"))
                        .sorted()
                        .toList();
                return names.stream()
                        .<Class<?>>map(Canaries::load)
                        .filter(type -> packages.contains(type.getPackageName()))
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> packages(Path root) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Canaries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A record with canaries. */
    Object record(Class<?> type) {
        if (type == PersonRef.class) {
            return person();
        }
        try {
            return build(type, componentValues(type, false));
        } catch (InvocationTargetException e) {
            throw new AssertionError("cannot build " + type, e);
        }
    }

    /** The same, but each text of its own is such as nobody should send; throws what its constructor throws. */
    Object malformedRecord(Class<?> type) throws InvocationTargetException {
        return build(type, componentValues(type, true));
    }

    private static Object build(Class<?> type, Object[] values) throws InvocationTargetException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new LinkageError("cannot build " + type, e);
        }
    }

    private Object[] componentValues(Class<?> type, boolean malformed) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> {
                    boolean text = component.getType() == String.class;
                    return malformed && text ? CANARY + " \u0000\ud800" : value(type, component);
                })
                .toArray();
    }

    private Object value(Class<?> owner, RecordComponent component) {
        boolean shown = SHOWN.contains(owner)
                || (owner == PersonIdentifier.class && component.getName().equals("system"));
        return shown ? SHOWN_ID : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        if (type instanceof TypeVariable) {
            return value(PersonRef.class);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isPrimitive()) {
            return primitive(plain);
        }
        return object(plain);
    }

    private Object container(ParameterizedType generic) {
        Type element = generic.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == Optional.class) {
            return Optional.of(value(element));
        }
        return raw == Set.class ? Set.of(value(element)) : List.of(value(element), value(element));
    }

    private Object primitive(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        int number = 1 + random.nextInt(9);
        return type == int.class ? (Object) number : (Object) (long) number;
    }

    private Object object(Class<?> type) {
        if (type == String.class) {
            return canary();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(1_000_000));
        }
        if (type == Actor.class) {
            return actor();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return record(type.isRecord() ? type : implementation(type));
    }

    private Class<?> implementation(Class<?> type) {
        List<Class<?>> all = RECORDS.stream().filter(type::isAssignableFrom).toList();
        return all.get(random.nextInt(all.size()));
    }

    /** Somebody whom nobody may be told of. */
    PersonRef person() {
        Role[] people = {Role.PATIENT, Role.PRACTITIONER, Role.GUEST};
        return new PersonRef(people[random.nextInt(people.length)], canary());
    }

    /** Somebody who asks. */
    Actor actor() {
        ClinicId clinic = ClinicId.of(SHOWN_ID);
        return random.nextBoolean()
                ? Actor.patient(clinic, PatientId.of(canary()))
                : Actor.substitute(clinic, PractitionerId.of(canary()), PractitionerId.of(canary()));
    }

    private String canary() {
        canaries++;
        return CANARY + "-" + canaries;
    }
}
