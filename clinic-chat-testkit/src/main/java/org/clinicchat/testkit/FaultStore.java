package org.clinicchat.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;

/**
 * A storage with a fault at a chosen call of any of its ports. Every other call is the real storage's. Safe for any number
 * of threads: the calls of all of them are counted together.
 */
public final class FaultStore implements Storage {

    /** Where in a call the fault strikes. */
    public enum Fault {
        /** Before it reached the storage, and that is known. */
        REFUSED,
        /** Before it reached the storage, but nobody can know that. */
        LOST_ON_THE_WAY,
        /** After the storage has done it: only the answer is lost, and nobody can know that either. */
        ANSWER_LOST
    }

    /** The call, counted from 1, and what strikes there. */
    private record Plan(long call, Fault fault) {}

    /** One fault as a way to break down; a step is a call. */
    private record ByFault(FaultStore storage, Fault fault) implements Breakdown {

        @Override
        public void strike(long step) {
            storage.strike(step, fault);
        }

        @Override
        public void heal() {
            storage.heal();
        }

        @Override
        public boolean hasStruck() {
            return storage.hasStruck();
        }

        @Override
        public String toString() {
            return fault.name();
        }
    }

    private volatile Plan plan = new Plan(0, Fault.REFUSED);
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong struck = new AtomicLong();
    private final ConversationStore conversations;
    private final InboxStore inboxes;
    private final PracticeStore practices;
    private final DirectoryStore directory;
    private final AuditStore audit;

    private FaultStore(Storage real) {
        conversations = guard(ConversationStore.class, real.conversations());
        inboxes = guard(InboxStore.class, real.inboxes());
        practices = guard(PracticeStore.class, real.practices());
        directory = guard(DirectoryStore.class, real.directory());
        audit = guard(AuditStore.class, real.audit());
    }

    /**
     * A storage without a fault until one is planned.
     *
     * @param real does what is done
     * @return the storage
     */
    public static FaultStore over(Storage real) {
        return new FaultStore(Objects.requireNonNull(real, "real"));
    }

    /**
     * Every fault as a way for a storage to break down.
     *
     * @param real does what is done
     * @return one a fault, each with a count of its own
     */
    public static List<Breakdown> breakdowns(Storage real) {
        return Arrays.stream(Fault.values())
                .<Breakdown>map(fault -> new ByFault(over(real), fault))
                .toList();
    }

    /**
     * Plans one fault, in place of the one before, and counts calls from here.
     *
     * @param call at which call from now: 1 is the next; 0 for none
     * @param fault where in it
     */
    public void strike(long call, Fault fault) {
        plan = new Plan(call, fault);
        calls.set(0);
        struck.set(0);
    }

    /** Plans no fault, and counts calls from here. */
    public void heal() {
        strike(0, Fault.REFUSED);
    }

    /**
     * Whether the planned fault has struck.
     *
     * @return true if it has
     */
    public boolean hasStruck() {
        return struck.get() > 0;
    }

    /**
     * How many calls there were since the last planning.
     *
     * @return 0 or more
     */
    public long calls() {
        return calls.get();
    }

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public InboxStore inboxes() {
        return inboxes;
    }

    @Override
    public PracticeStore practices() {
        return practices;
    }

    @Override
    public DirectoryStore directory() {
        return directory;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    private <P> P guard(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? call(real, method, arguments)
                        : guarded(real, method, arguments)));
    }

    private Object guarded(Object real, Method method, Object[] arguments) throws Throwable {
        Plan now = plan;
        boolean strikes = calls.incrementAndGet() == now.call();
        if (strikes && now.fault() != Fault.ANSWER_LOST) {
            throw fault(now.fault() == Fault.REFUSED);
        }
        Object answer = call(real, method, arguments);
        if (strikes) {
            throw fault(false);
        }
        return answer;
    }

    private StorageFault fault(boolean outcomeKnown) {
        struck.incrementAndGet();
        return new StorageFault("A planned fault. Try again.", outcomeKnown, null);
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
