package org.clinicchat.inmemory;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.port.Storage;

/** A call that is done in two steps, with a gap between them into which others write. */
interface Torn {

    /** Long enough for a write, short where none comes. */
    long GAP_NANOS = 5_000_000;

    /** What others do in a gap. */
    Set<String> WRITES = Set.of(
            "commit",
            "open",
            "markRead",
            "markUnread",
            "add",
            "replace",
            "putPatient",
            "putWorkGroup",
            "setLinked",
            "setPermitted");

    Object go(Storage right, Object[] arguments, BentStorage.Call call, Runnable gap);

    /** One whose calls of a method, with so many arguments, are torn. */
    static Wrong wrong(String name, Class<?> caughtBy, String torn, int parameters, Torn way) {
        return Wrong.remembering(name, caughtBy, () -> {
            AtomicLong writes = new AtomicLong();
            return (right, method, arguments, call) -> {
                if (method.equals(torn) && arguments.length == parameters) {
                    return way.go(right, arguments, call, () -> awaitNext(writes));
                }
                Object answer = call.with(arguments);
                if (WRITES.contains(method)) {
                    writes.incrementAndGet();
                }
                return answer;
            };
        });
    }

    static void awaitNext(AtomicLong count) {
        long before = count.get();
        long until = System.nanoTime() + GAP_NANOS;
        while (count.get() == before && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
