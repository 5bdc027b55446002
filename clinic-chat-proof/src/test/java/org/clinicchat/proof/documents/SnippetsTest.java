package org.clinicchat.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clinicchat.proof.Project;
import org.clinicchat.proof.documents.Documents.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in the documents compiles, without a warning. */
class SnippetsTest {

    @TempDir
    Path output;

    @Test
    void theDocumentsCompile() {
        assertThat(Documents.all()).anyMatch(document -> Snippets.count(document) > 0);
        assertThat(Documents.all().stream().flatMap(document -> Snippets.faults(document, output).stream()))
                .isEmpty();
    }

    @Test
    void everySnippetOfADocumentIsTaken() {
        String text = "```java\nclass One {}\n```\n```sh\nno java\n```\n  ```java\n  three;\n  ```";
        assertThat(Snippets.count(document(text))).isEqualTo(2);
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
                .anySatisfy(fault -> assertThat(fault).startsWith("a.md:2 "));
    }

    @Test
    void aTypeIsCompiledAsItStands() {
        String ours = "```java\npackage a;\nimport org.clinicchat.Clinic;\n\npublic class Ours { Clinic it; }\n```";
        assertThat(faults(ours)).isEmpty();
        assertThat(faults(ours.replace("import org.clinicchat.Clinic;", "")))
                .singleElement()
                .asString()
                .startsWith("a.md:5 cannot find symbol");
    }

    @Test
    void aSnippetMayImportAndUseNamesAgain() {
        assertThat(faults("""
                        ```java
                        import java.util.concurrent.Callable;

                        PatientId anna = PatientId.of("anna");
                        Callable<PatientId> later = () -> anna;
                        ```
                        And then:
                        ```java
                        Callable<String> anna = () -> later.call().value();
                        ```
                        """)).isEmpty();
    }

    @Test
    void aSnippetDoesNotSeeTheNextOnes() {
        assertThat(faults("```java\nfirst.run();\n```\n```java\nRunnable first = () -> {};\n```"))
                .singleElement()
                .asString()
                .startsWith("a.md:2 cannot find symbol");
    }

    private List<String> faults(String text) {
        return Snippets.faults(document(text), output);
    }

    private static Document document(String text) {
        return new Document(Project.ROOT.resolve("a.md"), text);
    }
}
