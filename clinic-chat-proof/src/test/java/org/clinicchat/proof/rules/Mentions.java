package org.clinicchat.proof.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.proof.Java;
import org.clinicchat.proof.Project;

/** Finds the rules that an annotation names, in sources that are read and not compiled. */
final class Mentions extends TreePathScanner<Void, Void> {

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example");

    private final String annotation;
    private final String file;
    private final Deque<String> types = new ArrayDeque<>();
    private final List<Mention> found = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();

    private Mentions(String annotation, String file) {
        this.annotation = annotation;
        this.file = file;
    }

    static List<Mention> in(Collection<Path> files, String annotation) {
        return in(Java.parse(files), annotation, name -> Project.name(Path.of(name)));
    }

    /** The names of files are written as the function says. */
    static List<Mention> in(Java.Parsed sources, String annotation, Function<String, String> names) {
        return scanned(sources, annotation, names)
                .flatMap(mentions -> mentions.found.stream())
                .toList();
    }

    /** The tests that name no rule by this annotation. */
    static List<String> silentTests(Java.Parsed sources, String annotation) {
        return scanned(sources, annotation, Function.identity())
                .flatMap(mentions -> mentions.silent.stream())
                .toList();
    }

    private static Stream<Mentions> scanned(Java.Parsed sources, String annotation, Function<String, String> names) {
        return sources.units().stream().map(unit -> {
            Mentions mentions = new Mentions(
                    annotation, names.apply(unit.getSourceFile().toUri().getPath()));
            mentions.scan(new TreePath(unit), null);
            return mentions;
        });
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        types.addLast(tree.getSimpleName().toString());
        note("", tree.getModifiers());
        super.visitClass(tree, null);
        types.removeLast();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        note(tree.getName().toString(), tree.getModifiers());
        return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
        note(tree.getName().toString(), tree.getModifiers());
        return super.visitVariable(tree, null);
    }

    private void note(String member, ModifiersTree modifiers) {
        boolean isTest = modifiers.getAnnotations().stream().anyMatch(each -> TESTS.contains(name(each)));
        int before = found.size();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree tree, Void unused) {
                if (name(tree).equals(annotation)) {
                    ids(tree).forEach(id -> found.add(new Mention(id, file, String.join(".", types), member, isTest)));
                }
                return super.visitAnnotation(tree, null);
            }
        }.scan(modifiers, null);
        if (isTest && found.size() == before) {
            silent.add(String.join(".", types) + "." + member);
        }
    }

    private static String name(AnnotationTree tree) {
        String name = tree.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> ids(AnnotationTree tree) {
        List<String> ids = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                ids.add(String.valueOf(literal.getValue()));
                return null;
            }
        }.scan(tree.getArguments(), null);
        return ids;
    }
}
