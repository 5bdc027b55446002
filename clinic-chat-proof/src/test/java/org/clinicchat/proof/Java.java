package org.clinicchat.proof;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler, asked about sources from files or from strings. */
public final class Java {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private Java() {}

    /**
     * Parsed sources: what is written, not what it means.
     *
     * @param units the files
     * @param docs finds the comments
     */
    public record Parsed(List<CompilationUnitTree> units, DocTrees docs) {}

    /**
     * A source that lies nowhere, so that a public type in it may have any name.
     *
     * @param name what messages call it
     * @param text what is written in it
     * @return the source
     */
    public static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name);
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return !simpleName.equals("package-info");
            }
        };
    }

    /**
     * Parses files.
     *
     * @param files which
     * @return what is written in them
     */
    public static Parsed parse(Collection<Path> files) {
        List<JavaFileObject> sources = new ArrayList<>();
        files().getJavaFileObjectsFromPaths(files).forEach(sources::add);
        return parseAll(sources);
    }

    /**
     * Parses one source.
     *
     * @param source which
     * @return what is written in it
     */
    public static Parsed parse(JavaFileObject source) {
        return parseAll(List.of(source));
    }

    /**
     * Compiles against the class path of the tests.
     *
     * @param output where the classes go
     * @param sources what is compiled
     * @param options further options of the compiler
     * @return what the compiler has against it
     */
    public static List<Diagnostic<? extends JavaFileObject>> compile(
            Path output, List<JavaFileObject> sources, String... options) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> all = Stream.concat(
                        Stream.of("--release", "17", "-proc:none", "-d", output.toString(), "-cp", classPath()),
                        Stream.of(options))
                .toList();
        JAVAC.getTask(null, files(), found, all, null, sources).call();
        return found.getDiagnostics();
    }

    private static Parsed parseAll(List<JavaFileObject> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) JAVAC.getTask(null, files(), found, List.of("-proc:none"), null, sources);
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            if (!found.getDiagnostics().isEmpty()) {
                throw new IllegalArgumentException(found.getDiagnostics().toString());
            }
            return new Parsed(units, DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static StandardJavaFileManager files() {
        return JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }
}
