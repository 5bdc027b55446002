package org.clinicchat.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clinicchat.proof.Project;
import org.clinicchat.proof.documents.Documents.Document;
import org.junit.jupiter.api.Test;

/** Links between the project's files lead somewhere. */
class LinksTest {

    /** The target of a link up to its anchor; what has a scheme leads out of the project. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(Documents.all().stream().flatMap(document -> broken(document).stream()))
                .isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        Path file = Project.ROOT.resolve("docs/some.md");
        String text = "[a](../pom.xml) [b](nowhere.md#there) [c](https://example.org/x) [d](#here) [e](../pom.xml#x)";
        assertThat(broken(new Document(file, text))).containsExactly("docs/some.md links to nowhere.md");
    }

    private static List<String> broken(Document document) {
        return LINK.matcher(document.text())
                .results()
                .map(MatchResult::group)
                .map(link -> LINK.matcher(link).replaceAll("$1"))
                .filter(target ->
                        !Files.exists(document.file().resolveSibling(target).normalize()))
                .map(target -> document.name() + " links to " + target)
                .toList();
    }
}
