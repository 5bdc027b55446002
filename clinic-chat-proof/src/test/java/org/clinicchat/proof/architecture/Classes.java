package org.clinicchat.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.proof.Java;
import org.clinicchat.proof.Project;

/** The compiled classes of the modules, and faults that are planted among them. */
final class Classes {

    /** What is published or shown: the main classes of all modules. */
    static final JavaClasses MAIN = imported(directories("target/classes"));

    /** What proves: the tests of all modules and the testkit. */
    static final JavaClasses TESTS = imported(testDirectories());

    private Classes() {}

    /** Holds a rule against the main classes. */
    static void check(ArchRule rule) {
        rule.check(MAIN);
    }

    /**
     * Shows that a rule bites: it finds each planted class, and leaves neighbours alone that only lie there.
     *
     * @param sources one file each, beginning with its package
     */
    static void assertFinds(ArchRule rule, String... sources) {
        JavaClasses planted = imported(List.of(compiled(sources)));
        List<String> faults = rule.evaluate(planted).getFailureReport().getDetails();
        List<String> names = planted.stream()
                .filter(each -> !each.getSimpleName().equals("Neighbour"))
                .map(JavaClass::getName)
                .toList();
        assertThat(names).allSatisfy(name -> assertThat(faults).anyMatch(fault -> fault.contains(name)));
        assertThat(faults).allMatch(fault -> names.stream().anyMatch(fault::contains));
    }

    private static List<Path> testDirectories() {
        return Stream.concat(
                        directories("target/test-classes").stream(),
                        Stream.of(Project.ROOT.resolve("clinic-chat-testkit/target/classes")))
                .toList();
    }

    private static Path compiled(String... sources) {
        try {
            Path output = Files.createTempDirectory(Path.of("target"), "planted");
            var files = Arrays.stream(sources)
                    .map(source -> Java.source("Planted.java", source))
                    .toList();
            assertThat(Java.compile(output, files)).isEmpty();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> directories(String name) {
        return Project.modules().stream()
                .map(module -> module.resolve(name))
                .filter(Files::isDirectory)
                .toList();
    }

    private static JavaClasses imported(List<Path> directories) {
        return new ClassFileImporter().importPaths(directories);
    }
}
