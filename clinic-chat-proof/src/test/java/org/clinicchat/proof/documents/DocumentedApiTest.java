package org.clinicchat.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.proof.Java;
import org.clinicchat.proof.Project;
import org.junit.jupiter.api.Test;

/** Everything that a host can see says what it promises. */
class DocumentedApiTest {

    @Test
    void everythingThatAHostCanSeeIsDescribed() {
        List<Path> published = Stream.of(
                        "clinic-chat-core",
                        "clinic-chat-session",
                        "clinic-chat-inmemory",
                        "clinic-chat-jdbc",
                        "clinic-chat-testkit")
                .flatMap(module -> Project.files(Project.ROOT.resolve(module + "/src/main/java"), ".java").stream())
                .filter(file -> !Project.name(file).contains("/internal/"))
                .toList();
        assertThat(published).hasSizeGreaterThan(100);
        assertThat(ApiComments.missing(Java.parse(published))).isEmpty();
    }

    @Test
    void whatIsNotDescribedIsFound() {
        assertThat(missing("""
                        public class Bare {
                            public int field;
                            public Bare() {}
                            /** A method. */
                            protected <T> int method(int it) { return it; }
                            /** Empty. @param it */
                            public void empty(int it) {}
                        }
                        """))
                .containsExactly(
                        "/Source.java:1 Bare has no comment",
                        "/Source.java:2 Bare.field has no comment",
                        "/Source.java:3 Bare() has no comment",
                        "/Source.java:5 Bare.method() lacks @param it",
                        "/Source.java:5 Bare.method() lacks @param <T>",
                        "/Source.java:5 Bare.method() lacks @return",
                        "/Source.java:7 Bare.empty() lacks @param it");
    }

    @Test
    void whatIsNotDescribedInRecordsInterfacesAndEnumsIsFound() {
        assertThat(missing("""
                        /** A record. */
                        public record Pair<T>(int left) {
                            public Pair {}
                            /** A part. */
                            public interface Part { int NUMBER = 1; void call(); record Inner() {} }
                            /** Some. */
                            public enum Some { ONE }
                        }
                        """))
                .containsExactly(
                        "/Source.java:2 Pair lacks @param left",
                        "/Source.java:2 Pair lacks @param <T>",
                        "/Source.java:5 Part.NUMBER has no comment",
                        "/Source.java:5 Part.call() has no comment",
                        "/Source.java:5 Inner has no comment",
                        "/Source.java:7 Some.ONE has no comment");
    }

    @Test
    void whatNobodySeesOrWhatOverridesMayGoWithout() {
        assertThat(missing("""
                        /** Described. */
                        public class Described {
                            private int field;
                            Described() {}
                            @Override public String toString() { return ""; }
                            static class Hidden { public void method() {} }
                            /** {@return one} */
                            public int one() { return 1; }
                        }
                        """)).isEmpty();
    }

    private static List<String> missing(String source) {
        return ApiComments.missing(Java.parse(Java.source("Source.java", source)));
    }
}
