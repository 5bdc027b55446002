package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clinicchat.proof.Project;
import org.junit.jupiter.api.Test;

/** What a host can see of the core: the public rooms, and nothing that is internal. */
class PublicFaceTest {

    private static final String INTERNAL = RoomsTest.packageOf("internal");

    private static final ArchRule SHOWS_NOTHING_INTERNAL = classes()
            .that(describe("a host can see", PublicFaceTest::isSeen))
            .should(new ArchCondition<>("show nothing internal") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    signature(type)
                            .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                            .filter(part ->
                                    part.getBaseComponentType().getPackageName().equals(INTERNAL))
                            .map(part -> type.getName() + " shows " + part.getName())
                            .forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
                }
            });

    @Test
    void theModuleExportsThePublicRoomsAlone() throws IOException {
        ModuleDescriptor core = module("clinic-chat-core");
        Set<String> rooms = Stream.concat(Stream.of(""), RoomsTest.rooms())
                .map(RoomsTest::packageOf)
                .filter(room -> !room.equals(INTERNAL))
                .collect(toSet());
        assertThat(core.exports()).allMatch(export -> !export.isQualified());
        assertThat(core.exports().stream().map(ModuleDescriptor.Exports::source))
                .hasSameElementsAs(rooms);
        assertThat(core.opens()).isEmpty();
        assertThat(core.isOpen()).isFalse();
    }

    @Test
    void theModuleNeedsLoggingAlone() throws IOException {
        assertThat(module("clinic-chat-core").requires().stream()
                        .filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder("java.base", "org.slf4j");
    }

    @Test
    void nothingInternalIsSeen() {
        Classes.check(SHOWS_NOTHING_INTERNAL);
    }

    @Test
    void somethingInternalInASignatureIsFound() {
        Classes.assertFinds(
                SHOWS_NOTHING_INTERNAL,
                "package org.clinicchat.internal; public class Neighbour extends Exception {}",
                planted("Returns { public java.util.List<? extends Neighbour[]> given() { return null; } }"),
                planted("Takes { protected void take(Neighbour it) {} }"),
                planted("Made { public Made(Neighbour it) {} }"),
                planted("Kept { public static Neighbour it; }"),
                planted("Inherits extends Neighbour {}"),
                planted("Implements implements java.util.function.Supplier<Neighbour> { "
                        + "public Neighbour get() { return null; } }"),
                planted("Bound<T extends Neighbour> {}"),
                planted("MethodBound { public <T extends Neighbour> void take() {} }"),
                planted("Throws { public void fail() throws Neighbour {} }"));
    }

    private static String planted(String type) {
        return "package org.clinicchat.port; import org.clinicchat.internal.Neighbour; public class " + type;
    }

    private static ModuleDescriptor module(String name) throws IOException {
        try (InputStream file =
                Files.newInputStream(Project.ROOT.resolve(name + "/target/classes/module-info.class"))) {
            return ModuleDescriptor.read(file);
        }
    }

    private static boolean isSeen(JavaClass type) {
        boolean isExported = RoomsTest.rooms()
                        .filter(room -> !room.equals("internal"))
                        .map(RoomsTest::packageOf)
                        .anyMatch(type.getPackageName()::equals)
                || type.getPackageName().equals(RoomsTest.packageOf(""));
        return isExported
                && isOpen(type.getModifiers())
                && type.getEnclosingClass().map(PublicFaceTest::isSeen).orElse(true);
    }

    private static Stream<JavaType> signature(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members = type.getMembers().stream()
                .filter(member -> isOpen(member.getModifiers()))
                .flatMap(PublicFaceTest::signature);
        return Stream.of(type.getTypeParameters().stream(), parents, members).flatMap(part -> part);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (!(member instanceof JavaCodeUnit code)) {
            return member.getAllInvolvedRawTypes().stream().map(type -> (JavaType) type);
        }
        return Stream.of(
                        List.of(code.getReturnType()),
                        code.getParameterTypes(),
                        code.getTypeParameters(),
                        code.getExceptionTypes())
                .flatMap(Collection::stream);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
