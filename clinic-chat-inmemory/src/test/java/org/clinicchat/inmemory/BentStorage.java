package org.clinicchat.inmemory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;

/** A storage that is right in all but one respect: a bend sees every call of every port. */
final class BentStorage implements Storage {

    /** The call as it is right, with the same arguments or others. */
    interface Call {
        Object with(Object... arguments);
    }

    /** What is wrong. */
    interface Bend {
        Object call(Storage right, String method, Object[] arguments, Call call);
    }

    private final Storage right;
    private final Bend bend;

    BentStorage(Storage right, Bend bend) {
        this.right = right;
        this.bend = bend;
    }

    @Override
    public ConversationStore conversations() {
        return port(ConversationStore.class, right.conversations());
    }

    @Override
    public InboxStore inboxes() {
        return port(InboxStore.class, right.inboxes());
    }

    @Override
    public PracticeStore practices() {
        return port(PracticeStore.class, right.practices());
    }

    @Override
    public DirectoryStore directory() {
        return port(DirectoryStore.class, right.directory());
    }

    @Override
    public AuditStore audit() {
        return port(AuditStore.class, right.audit());
    }

    private <P> P port(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Call call = changed -> {
                        try {
                            return method.invoke(real, changed);
                        } catch (InvocationTargetException e) {
                            throw new IllegalStateException("the right storage threw", e.getCause());
                        } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                        }
                    };
                    return bend.call(right, method.getName(), arguments, call);
                }));
    }
}
