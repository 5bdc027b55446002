package org.clinicchat.testkit.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Files, and directories with all that lies in them.
 *
 * @param roots where to begin
 */
record FileTrees(List<Path> roots) implements Place {

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void look(Search search) throws IOException {
        for (Path root : roots) {
            // What lies below a root may go while it is looked through, but not the root itself.
            root.getFileSystem().provider().checkAccess(root);
            Files.walkFileTree(root, new Visitor(search));
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Search search;

        Visitor(Search search) {
            this.search = search;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return nameOf(directory);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    search.bytes(file.toString(), bytes);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return nameOf(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        private FileVisitResult nameOf(Path path) {
            search.text("a name in " + path.getParent(), String.valueOf(path.getFileName()));
            return FileVisitResult.CONTINUE;
        }
    }
}
