package org.clinicchat.proof.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.clinicchat.proof.Java;

/**
 * Finds what a host can see and nobody has described: a type, member, parameter, component or value without a comment. What
 * overrides may leave its description to what it overrides.
 */
final class ApiComments {

    /** On methods whose parameters nobody who calls them has to know: they are said elsewhere, or an engine calls them. */
    private static final Set<String> EXEMPTING = Set.of("Override", "Test", "Property", "Example");

    private final Java.Parsed sources;
    private final CompilationUnitTree unit;
    private final List<String> missing = new ArrayList<>();

    private ApiComments(Java.Parsed sources, CompilationUnitTree unit) {
        this.sources = sources;
        this.unit = unit;
    }

    /** What is missing, each with file and line. */
    static List<String> missing(Java.Parsed sources) {
        return sources.units().stream()
                .flatMap(unit -> {
                    ApiComments comments = new ApiComments(sources, unit);
                    TreePath top = new TreePath(unit);
                    types(unit.getTypeDecls()).forEach(type -> comments.type(new TreePath(top, type), type, false));
                    return comments.missing.stream();
                })
                .toList();
    }

    private void type(TreePath path, ClassTree type, boolean isInInterface) {
        if (!isSeen(type.getModifiers(), isInInterface)) {
            return;
        }
        String name = type.getSimpleName().toString();
        List<VariableTree> components = components(type);
        describe(path, name, components, type.getTypeParameters(), false);
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        for (Tree member : type.getMembers()) {
            TreePath at = new TreePath(path, member);
            if (member instanceof ClassTree nested) {
                type(at, nested, isInterface);
            } else if (member instanceof MethodTree method && isSeen(method.getModifiers(), isInterface)) {
                method(at, method, name, components);
            } else if (member instanceof VariableTree field
                    && !components.contains(field)
                    && isSeen(field.getModifiers(), isInterface)) {
                describe(at, name + "." + field.getName(), List.of(), List.of(), false);
            }
        }
    }

    private void method(TreePath path, MethodTree method, String type, List<VariableTree> components) {
        boolean isConstructor = method.getReturnType() == null;
        // What goes into a record is described above it.
        boolean isCanonical = isConstructor
                && !components.isEmpty()
                && names(method.getParameters()).equals(names(components));
        if (isCanonical || isExempt(method)) {
            return;
        }
        boolean gives = !isConstructor && !method.getReturnType().toString().equals("void");
        String name = isConstructor ? type + "()" : type + "." + method.getName() + "()";
        describe(path, name, method.getParameters(), method.getTypeParameters(), gives);
    }

    private void describe(
            TreePath path,
            String name,
            List<? extends VariableTree> parameters,
            List<? extends TypeParameterTree> typeParameters,
            boolean gives) {
        DocCommentTree comment = sources.docs().getDocCommentTree(path);
        if (comment == null || (comment.getFullBody().isEmpty() && !gives)) {
            missing.add(at(path) + name + " has no comment");
            return;
        }
        Set<String> described = described(comment);
        Stream<String> expected = Stream.of(
                        parameters.stream().map(each -> "@param " + each.getName()),
                        typeParameters.stream().map(each -> "@param <" + each.getName() + ">"),
                        gives ? Stream.of("@return") : Stream.<String>of())
                .flatMap(each -> each);
        expected.filter(tag -> !described.contains(tag)).forEach(tag -> missing.add(at(path) + name + " lacks " + tag));
    }

    private String at(TreePath path) {
        long start = sources.docs().getSourcePositions().getStartPosition(unit, path.getLeaf());
        return unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start) + " ";
    }

    /** The tags of a comment that say something. */
    private static Set<String> described(DocCommentTree comment) {
        Set<String> tags = new HashSet<>();
        Stream.concat(comment.getFullBody().stream(), comment.getBlockTags().stream())
                .forEach(tag -> {
                    if (tag instanceof ParamTree param && says(param.getDescription())) {
                        String name = param.getName().toString();
                        tags.add("@param " + (param.isTypeParameter() ? "<" + name + ">" : name));
                    } else if (tag instanceof ReturnTree value && says(value.getDescription())) {
                        tags.add("@return");
                    }
                });
        return tags;
    }

    private static boolean says(List<? extends DocTree> description) {
        return !description.isEmpty();
    }

    private static Stream<ClassTree> types(List<? extends Tree> trees) {
        return trees.stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast);
    }

    private static List<String> names(List<? extends VariableTree> variables) {
        return variables.stream().map(each -> each.getName().toString()).toList();
    }

    private static boolean isSeen(ModifiersTree modifiers, boolean isInInterface) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (isInInterface && !flags.contains(Modifier.PRIVATE));
    }

    private static boolean isExempt(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> EXEMPTING.contains(each.getAnnotationType().toString()));
    }

    /** The parser makes each component of a record a private final field, the only ones that are not static. */
    private static List<VariableTree> components(ClassTree type) {
        if (type.getKind() != Tree.Kind.RECORD) {
            return List.of();
        }
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
    }
}
