package org.clinicchat.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clinicchat.proof.documents.Snippets.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in the documents compiles, without a warning. */
class SnippetsTest {

    @TempDir
    Path output;

    @Test
    void theDocumentsCompile() {
        List<Snippet> snippets = Documents.all().stream()
                .flatMap(document -> Snippets.in(document.name(), document.text()).stream())
                .toList();
        assertThat(snippets).isNotEmpty();
        assertThat(snippets.stream().flatMap(snippet -> Snippets.faults(snippet, output).stream()))
                .isEmpty();
    }

    @Test
    void everySnippetOfADocumentIsTaken() {
        assertThat(Snippets.in("a.md", "```java\none;\n```\n```sh\ntwo\n```\n  ```java\n  three;\n  ```"))
                .extracting(Snippet::lines)
                .containsExactly(List.of("one;"), List.of("  three;"));
    }

    @Test
    void whatDoesNotCompileIsFoundAtItsLine() {
        assertThat(faults("# Title\n```java\nclinic.patient(anna);\nclinic.stranger(anna);\n```"))
                .singleElement()
                .asString()
                .startsWith("a.md:4 cannot find symbol");
    }

    @Test
    void whatCompilesWithAWarningIsFound() {
        assertThat(faults("```java\nList<String> raw = new ArrayList();\n```"))
                .anySatisfy(fault -> assertThat(fault).startsWith("a.md:2 unchecked"));
    }

    @Test
    void aTypeIsCompiledAsItStands() {
        assertThat(faults(
                        "```java\npackage a;\nimport org.clinicchat.Clinic;\n\npublic class Ours { Clinic it; }\n```"))
                .isEmpty();
        assertThat(faults("```java\nimport java.util.List;\n\nclass Ours { Clinic it; }\n```"))
                .singleElement()
                .asString()
                .startsWith("a.md:4 cannot find symbol");
    }

    @Test
    void aSnippetMayImportAndShadow() {
        assertThat(faults("""
                        ```java
                        import java.util.concurrent.Callable;

                        PatientId anna = PatientId.of("anna");
                        Callable<PatientId> later = () -> anna;
                        show(later);
                        ```
                        """)).isEmpty();
    }

    private List<String> faults(String text) {
        return Snippets.in("a.md", text).stream()
                .flatMap(snippet -> Snippets.faults(snippet, output).stream())
                .toList();
    }
}
