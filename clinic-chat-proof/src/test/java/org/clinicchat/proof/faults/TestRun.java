package org.clinicchat.proof.faults;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program of a JVM with a fault in it: runs tests until the first one fails, and writes its name into a file; or, if none
 * fails, an empty text.
 */
final class TestRun implements TestExecutionListener {

    /** The names by which the build takes a class for a test; what lies within another class is found through that one. */
    private static final String TESTS = "[^$]*(Test|Properties)";

    private final Path answer;
    private final AtomicLong ran = new AtomicLong();

    private TestRun(Path answer) {
        this.answer = answer;
    }

    /**
     * Runs them.
     *
     * @param arguments the file for the answer, the tag of the tests or an empty text for all of them, and the directories
     *     in which they lie
     */
    public static void main(String... arguments) {
        endWithItsParent();
        TestRun run = new TestRun(Path.of(arguments[0]));
        Set<Path> roots = Stream.of(arguments).skip(2).map(Path::of).collect(Collectors.toSet());
        LauncherFactory.create().execute(request(arguments[1], roots), run);
        run.end(arguments[1].isEmpty() && run.ran.get() == 0 ? "there are no tests" : "");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ran.addAndGet(test.isTest() ? 1 : 0);
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            end(test.getSource().map(TestRun::name).orElseGet(test::getDisplayName));
        }
    }

    private static LauncherDiscoveryRequest request(String tag, Set<Path> roots) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(roots))
                .filters(includeClassNamePatterns(TESTS));
        return (tag.isEmpty() ? request : request.filters(TagFilter.includeTags(tag))).build();
    }

    private static String name(TestSource source) {
        if (source instanceof MethodSource method) {
            return simple(method.getClassName()) + "." + method.getMethodName();
        }
        return source instanceof ClassSource type ? simple(type.getClassName()) : source.toString();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Whatever threads a broken test has left behind do not matter any more. */
    private void end(String failed) {
        try {
            Files.writeString(answer, failed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void endWithItsParent() {
        // The future ends with this JVM.
        CompletableFuture<?> unused = ProcessHandle.current()
                .parent()
                .orElseThrow()
                .onExit()
                .thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
