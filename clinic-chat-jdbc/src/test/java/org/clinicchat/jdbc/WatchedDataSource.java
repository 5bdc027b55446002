package org.clinicchat.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.function.Supplier;
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

        /** Closes the connection beneath the pool; nothing if there is none yet. */
        void breakConnection() throws SQLException {
            if (real != null) {
                real.unwrap(Connection.class).close();
            }
        }

        /** Breaks the connection here: before a step, the driver finds out by itself; after it, the answer is lost too. */
        void breakHere() throws SQLException {
            breakConnection();
            if (moment == Moment.AFTER) {
                throw new SQLNonTransientConnectionException("broken by the test", "08006");
            }
        }

        /** Whether what was changed is now stored for good: by a commit, or by a statement that is no part of a transaction. */
        boolean isForGood() throws SQLException {
            boolean alone = kind == Kind.STATEMENT && real != null && real.getAutoCommit() && !sql.startsWith("SELECT");
            return moment == Moment.AFTER && (alone || kind == Kind.COMMIT);
        }
    }

    /** A data source whose steps are watched. */
    static DataSource over(DataSource real, Watch watch) {
        return over(() -> real, watch);
    }

    /** The same over whichever of several is the one now; all are of one database. */
    static DataSource over(Supplier<DataSource> now, Watch watch) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            DataSource real = now.get();
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
            return watched(connection, watch, real);
        });
    }

    private static Connection watched(Connection real, Watch watch, DataSource source) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "commit" -> step(Kind.COMMIT, "", real, watch, real, method, arguments);
            case "close" -> {
                close(real, source);
                yield null;
            }
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

    /** A pool that has not noticed that a connection is broken would give it again for a while. */
    private static void close(Connection real, DataSource source) throws SQLException {
        boolean broken = !real.isClosed() && real.unwrap(Connection.class).isClosed();
        try {
            real.close();
        } finally {
            if (broken && source instanceof HikariDataSource pool) {
                pool.evictConnection(real);
            }
        }
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
