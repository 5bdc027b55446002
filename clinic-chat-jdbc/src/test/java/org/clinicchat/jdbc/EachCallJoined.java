package org.clinicchat.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;

/**
 * A host whose transactions are a call of a port each: so what is promised of a storage is asked of one that joins. As a host
 * should, it runs its transaction again when it is told to.
 */
final class EachCallJoined implements Storage {

    private static final int MOST_TRIES = 100;

    private final JdbcStore store;
    private final DataSource dataSource;

    EachCallJoined(JdbcStore store, DataSource dataSource) {
        this.store = store;
        this.dataSource = dataSource;
    }

    @Override
    public ConversationStore conversations() {
        return joining(ConversationStore.class, Storage::conversations);
    }

    @Override
    public InboxStore inboxes() {
        return joining(InboxStore.class, Storage::inboxes);
    }

    @Override
    public PracticeStore practices() {
        return joining(PracticeStore.class, Storage::practices);
    }

    @Override
    public DirectoryStore directory() {
        return joining(DirectoryStore.class, Storage::directory);
    }

    @Override
    public AuditStore audit() {
        return joining(AuditStore.class, Storage::audit);
    }

    private <P> P joining(Class<P> port, Function<Storage, P> of) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> untilDone(of, method, arguments)));
    }

    private <P> Object untilDone(Function<Storage, P> of, Method method, Object[] arguments) throws Throwable {
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(of, method, arguments);
            } catch (StorageFault e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private <P> Object inTransaction(Function<Storage, P> of, Method method, Object[] arguments) throws Throwable {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                Object answer = method.invoke(of.apply(store.joining(connection)), arguments);
                connection.commit();
                return answer;
            } catch (InvocationTargetException e) {
                connection.rollback();
                throw e.getCause();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
