package org.clinicchat.inmemory;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clinicchat.inmemory.BentStorage.Bend;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.Storage;

/**
 * One thing that a storage may get wrong.
 *
 * @param name what it does
 * @param caughtBy the contract that finds it
 * @param bend makes it, anew for each storage
 */
record Wrong(String name, Class<?> caughtBy, Supplier<Bend> bend) {

    /** One that remembers something. */
    static Wrong remembering(String name, Class<?> caughtBy, Supplier<Bend> bend) {
        return new Wrong(name, caughtBy, bend);
    }

    /** One whose calls of some method get another argument of a type. */
    static <A> Wrong argument(
            String name, Class<?> caughtBy, Set<String> methods, Class<A> type, BiFunction<Storage, A, A> change) {
        Bend bend = (right, method, arguments, call) -> {
            Object[] changed = arguments.clone();
            for (int i = 0; i < changed.length; i++) {
                if (methods.contains(method) && type.isInstance(changed[i])) {
                    changed[i] = change.apply(right, type.cast(changed[i]));
                }
            }
            return call.with(changed);
        };
        return new Wrong(name, caughtBy, () -> bend);
    }

    /** One whose batches are changed, commit by commit. */
    static Wrong commits(String name, Class<?> caughtBy, BiFunction<Storage, CareCommit, CareCommit> change) {
        return answering(name, caughtBy, Set.of("commit"), (right, arguments, call) -> {
            List<?> batch = (List<?>) arguments[0];
            return call.with(batch.stream()
                    .map(commit -> change.apply(right, (CareCommit) commit))
                    .toList());
        });
    }

    /** One whose answers are changed, where they are of a type. */
    static <A> Wrong answer(
            String name, Class<?> caughtBy, Set<String> methods, Class<A> type, UnaryOperator<A> change) {
        return answering(name, caughtBy, methods, (right, arguments, call) -> {
            Object answer = call.with(arguments);
            return type.isInstance(answer) ? change.apply(type.cast(answer)) : answer;
        });
    }

    /** One that does some calls in its own way. */
    static Wrong answering(String name, Class<?> caughtBy, Set<String> methods, Way way) {
        Bend bend = (right, method, arguments, call) ->
                methods.contains(method) ? way.go(right, arguments, call) : call.with(arguments);
        return new Wrong(name, caughtBy, () -> bend);
    }

    /** How a call is done. */
    interface Way {
        Object go(Storage right, Object[] arguments, BentStorage.Call call);
    }

    static long version(Storage right, ClinicId clinic, PractitionerId owner) {
        return right.practices()
                .facts(clinic, owner, owner)
                .practice()
                .orElseThrow()
                .version();
    }

    @Override
    public String toString() {
        return name;
    }
}
