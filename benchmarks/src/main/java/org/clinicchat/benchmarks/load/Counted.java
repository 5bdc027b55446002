package org.clinicchat.benchmarks.load;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A data source that counts what goes over it when it is told to, in passes of their own: counting costs time. Otherwise it
 * hands out the pool's own connections.
 */
final class Counted {

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    private volatile boolean counting;

    /** Begins to count, from zero. */
    void begin() {
        List.of(statements, roundTrips, commits).forEach(count -> count.set(0));
        counting = true;
    }

    /** Counts no more. */
    void end() {
        counting = false;
    }

    /** How many statements were run; each of a batch counts. */
    long statements() {
        return statements.get();
    }

    /** How many times an answer was waited for: BEGIN goes along with the statement after it. */
    long roundTrips() {
        return roundTrips.get();
    }

    /** How many transactions were committed; a statement in autocommit is one. */
    long commits() {
        return commits.get();
    }

    /** The same data source, watched. */
    DataSource watch(DataSource database) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(database, method, arguments);
            return counting && result instanceof Connection connection ? watch(connection) : result;
        });
    }

    private Connection watch(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                roundTrips.incrementAndGet();
                commits.incrementAndGet();
            }
            return result instanceof PreparedStatement statement ? watch(connection, statement) : result;
        });
    }

    private PreparedStatement watch(Connection connection, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("addBatch")) {
                statements.incrementAndGet();
            } else if (method.getName().startsWith("execute")) {
                statements.addAndGet(method.getName().equals("executeBatch") ? 0 : 1);
                roundTrips.incrementAndGet();
                commits.addAndGet(connection.getAutoCommit() ? 1 : 0);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
