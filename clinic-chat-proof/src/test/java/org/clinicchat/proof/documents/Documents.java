package org.clinicchat.proof.documents;

import java.nio.file.Path;
import java.util.List;
import org.clinicchat.proof.Project;

/** What is written for people. */
final class Documents {

    private Documents() {}

    /**
     * A document.
     *
     * @param file where it lies
     * @param text what is written in it
     */
    record Document(Path file, String text) {

        String name() {
            return Project.name(file);
        }
    }

    static List<Document> all() {
        return Project.files(Project.ROOT, ".md").stream()
                .map(file -> new Document(file, Project.text(file).orElseThrow()))
                .toList();
    }
}
