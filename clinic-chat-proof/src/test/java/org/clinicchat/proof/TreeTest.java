package org.clinicchat.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the project says what belongs to one machine, one registry or one afternoon. */
class TreeTest {

    /** Written in pieces, or this file would be the first that is found. */
    private static final Map<String, Pattern> UNWANTED = Map.of(
            "an open end", Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b"),
            "a path of one machine",
                    Pattern.compile(
                            "(?<![\\w.$}/-])/(home|Users|root|tmp|work|mnt|usr/lib|opt)" + "/\\w|\\b[A-Z]:\\\\\\w"),
            "a registry's host",
                    Pattern.compile(
                            "\\b(repo1?|central|oss|s01|search|registry|plugins|packages|nexus|artifactory|mirror)"
                                    + "\\.[a-z0-9-]+\\.?[a-z0-9-]*\\.(org|com|io|net|dev)\\b|\\b(jit" + "pack\\.io|py"
                                    + "pi\\.org)\\b"));

    @Test
    void theTreeIsClean() {
        List<String> faults = new ArrayList<>();
        for (Path file : Project.files(Project.ROOT)) {
            Project.text(file).ifPresent(text -> faults.addAll(faults(Project.name(file), text)));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO" + "DO: later",
                "cp /home" + "/anna/chat.jar .",
                "\"/tmp" + "/chat\"",
                "C:" + "\\chat",
                "<url>https://repo1" + ".maven.org/maven2</url>",
                "https://registry" + ".npmjs.org",
                "https://central" + ".sonatype.com/x"
            })
    void whatIsUnwantedIsFound(String line) {
        assertThat(faults("a.txt", "fine\n" + line)).singleElement().asString().startsWith("a.txt:2 has ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://maven.apache.org/POM/4.0.0",
                "../shared/data/some.csv",
                "todo es nuevo",
                "${project.basedir}/target/work",
                "clinic-chat-core/src/main/java/org/clinicchat/people/Role.java",
                "https://www.apache.org/licenses/LICENSE-2.0.txt"
            })
    void whatIsFineIsLeftAlone(String line) {
        assertThat(faults("a.txt", line)).isEmpty();
    }

    private static List<String> faults(String name, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String where = name + ":" + (i + 1) + " has ";
            UNWANTED.forEach((what, pattern) -> {
                if (pattern.matcher(line).find()) {
                    faults.add(where + what);
                }
            });
        }
        return faults;
    }
}
