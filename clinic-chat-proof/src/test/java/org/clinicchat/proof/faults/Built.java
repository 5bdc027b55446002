package org.clinicchat.proof.faults;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.proof.Project;

/** What the build has made, as class paths. */
final class Built {

    private static final String CLASSES = "target/classes";
    private static final String TESTS = "target/test-classes";
    private static final Path CORE = Project.ROOT.resolve("clinic-chat-core");
    private static final Path SESSION = Project.ROOT.resolve("clinic-chat-session");
    private static final Path INMEMORY = Project.ROOT.resolve("clinic-chat-inmemory");
    private static final Path TESTKIT = Project.ROOT.resolve("clinic-chat-testkit");
    private static final Path PROOF = Project.ROOT.resolve("clinic-chat-proof");

    private Built() {}

    /** Where the tests are that are asked. */
    static List<Path> testRoots() {
        return Stream.of(CORE, SESSION, INMEMORY)
                .map(module -> module.resolve(TESTS))
                .filter(Files::isDirectory)
                .toList();
    }

    /** On what a planted source is compiled. */
    static List<Path> toCompile() {
        Stream<Path> ours = Stream.of(CORE, SESSION, INMEMORY, TESTKIT).map(module -> module.resolve(CLASSES));
        return Stream.concat(ours, others()).toList();
    }

    /** On what the tests run; planted classes come before it. */
    static List<Path> toRun() {
        Stream<Path> ours = Stream.of(CORE, SESSION, INMEMORY, TESTKIT)
                .flatMap(module -> Stream.of(module.resolve(CLASSES), module.resolve(TESTS)));
        return Stream.of(ours, Stream.of(PROOF.resolve(TESTS)), others())
                .flatMap(paths -> paths)
                .toList();
    }

    /**
     * What this program itself runs on, without the project's own, of which the directories are taken; and without the silent
     * log of the examples, beside which the tests' own would not be heard.
     */
    private static Stream<Path> others() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.startsWith(Project.ROOT))
                .filter(path -> Stream.of("clinic-chat-", "slf4j-nop-")
                        .noneMatch(path.getFileName().toString()::startsWith));
    }
}
