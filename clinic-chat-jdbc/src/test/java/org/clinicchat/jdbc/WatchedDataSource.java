package org.clinicchat.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that tells a watch of every step that goes to the server, before it and after it, on the thread that takes
 * it. The watch may count, hold the thread, or fail and break the connection. Without that all is as over the real one.
 */
final class WatchedDataSource {

    private WatchedDataSource() {}

    /** What goes to the server. */
    enum Kind {
        /** A connection is taken: out of a pool, without a round trip, if it has one. */
        CONNECTION,
        /** A transaction is begun or left by {@code setAutoCommit}: a round trip of its own on MariaDB only. */
        MODE,
        /** A statement is executed. */
        STATEMENT,
        /** A commit. */
        COMMIT,
        /** A rollback. */
        ROLLBACK
    }

    /** On which side of a step. */
    enum Moment {
        /** It has not been sent. */
        BEFORE,
        /** It is done, without an exception. */
        AFTER
    }

    /** Is told of every step. */
    @FunctionalInterface
    interface Watch {
        /**
         * A step is going to be taken, or has been.
         *
         * @throws SQLException what the one who takes the step gets, in place of its outcome
         */
        void at(Step step) throws SQLException;
    }

    /**
     * A step, seen from one side.
     *
     * @param kind what it is
     * @param moment from which side
     * @param sql of a statement; empty for all else
     * @param real its connection, without the watch; null before there is one
     */
    record Step(
            Kind kind, Moment moment, String sql, @Nullable Connection real) {

        /** Closes the connection beneath the pool, which is not told; nothing if there is none yet. */
        void breakConnection() throws SQLException {
            if (real != null) {
                real.unwrap(Connection.class).close();
            }
        }
    }

    /** A data source whose steps are watched. */
    static DataSource over(DataSource real, Watch watch) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(real, method, arguments);
            }
            watch.at(new Step(Kind.CONNECTION, Moment.BEFORE, "", null));
            Connection connection = (Connection) call(real, method, arguments);
            try {
                watch.at(new Step(Kind.CONNECTION, Moment.AFTER, "", connection));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return watched(connection, watch);
        });
    }

    private static Connection watched(Connection real, Watch watch) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "commit" -> step(Kind.COMMIT, "", real, watch, real, method, arguments);
            case "rollback" -> step(Kind.ROLLBACK, "", real, watch, real, method, arguments);
            case "setAutoCommit" ->
                real.getAutoCommit() == (boolean) arguments[0]
                        ? null
                        : step(Kind.MODE, "", real, watch, real, method, arguments);
            default -> {
                Object given = call(real, method, arguments);
                String sql = given instanceof PreparedStatement ? (String) arguments[0] : "";
                yield given instanceof Statement statement ? watched(statement, sql, real, watch) : given;
            }
        });
    }

    private static PreparedStatement watched(Statement statement, String prepared, Connection real, Watch watch) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String sql = arguments == null ? prepared : (String) arguments[0];
            return step(Kind.STATEMENT, sql, real, watch, statement, method, arguments);
        });
    }

    private static Object step(
            Kind kind, String sql, Connection real, Watch watch, Object target, Method method, Object[] arguments)
            throws Throwable {
        watch.at(new Step(kind, Moment.BEFORE, sql, real));
        Object done = call(target, method, arguments);
        watch.at(new Step(kind, Moment.AFTER, sql, real));
        return done;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
