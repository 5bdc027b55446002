package org.clinicchat.proof.faults;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles planted sources. */
final class PlantedClasses implements AutoCloseable {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);

    PlantedClasses() {
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, Built.toCompile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the classes of planted sources, each of another file, into a directory. */
    void compile(List<Fault> faults, Path into) {
        StringWriter complaints = new StringWriter();
        try {
            Files.createDirectories(into);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Source> sources = faults.stream().map(Source::new).toList();
        List<String> options = List.of("-proc:none", "-nowarn");
        if (!compiler.getTask(complaints, files, null, options, null, sources).call()) {
            throw new IllegalStateException("does not compile: " + complaints);
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source that lies in no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final Fault fault;

        Source(Fault fault) {
            super(URI.create("planted:///" + fault.name() + "/" + fault.where() + Kind.SOURCE.extension), Kind.SOURCE);
            this.fault = fault;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return fault.planted();
        }
    }
}
