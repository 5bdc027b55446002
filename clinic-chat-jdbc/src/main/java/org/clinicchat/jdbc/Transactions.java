package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on connections of its own, and again if other transactions were in the way: so often and no more. */
final class Transactions implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final int MOST_TRIES = 20;

    /** Who ran into a lock's time-out has waited that long each time. */
    private static final int MOST_WAITS = 5;

    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final DataSource dataSource;
    private final Preparation beforeWriting;

    Transactions(DataSource dataSource) {
        this(dataSource, connection -> {});
    }

    /** What is to be done first on every connection that is written on. */
    Transactions(DataSource dataSource, Preparation beforeWriting) {
        this.dataSource = dataSource;
        this.beforeWriting = beforeWriting;
    }

    @Override
    public <T> T read(Work<T> work) {
        return untilSettled(() -> with(true, work));
    }

    @Override
    public <T> T writeAtOnce(Work<T> work) {
        return untilSettled(() -> with(true, connection -> {
            beforeWriting.on(connection);
            return atOnce(connection, work);
        }));
    }

    @Override
    public <T> T write(Work<T> work) {
        return untilSettled(() -> inTransaction(work));
    }

    /** Every transaction of its own begins with what is there. */
    @Override
    public void seePresent() {}

    private static <T> T untilSettled(Attempt<T> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (!Faults.isConflict(e)) {
                    throw Faults.away(e, true);
                }
                if (tries >= (Faults.isLockTimeout(e) ? MOST_WAITS : MOST_TRIES)) {
                    throw Faults.unsettled(e, tries);
                }
                pause(tries);
            }
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        return with(false, connection -> {
            boolean over = false;
            try {
                beforeWriting.on(connection);
                T done = work.on(connection);
                commit(connection);
                over = true;
                return done;
            } finally {
                if (!over) {
                    rollBack(connection);
                }
            }
        });
    }

    /** Does work on a connection that is as it has to be, whatever the source's are like, and leaves it as it was. */
    private <T> T with(boolean autoCommit, Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (connection.getAutoCommit() == autoCommit) {
                return work.on(connection);
            }
            connection.setAutoCommit(autoCommit);
            try {
                return work.on(connection);
            } finally {
                restore(connection, !autoCommit);
            }
        } finally {
            close(connection);
        }
    }

    /** Whether a statement that broke off was done is not known, unless the database says that it was not. */
    private static <T> T atOnce(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw doubtful(e);
        }
    }

    /** Whether a commit that failed was done is not known, unless the database says that it rolled back. */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw doubtful(e);
        }
    }

    private static SQLException doubtful(SQLException e) {
        if (Faults.isConflict(e) || Faults.isDenied(e)) {
            return e;
        }
        throw Faults.away(e, false);
    }

    /** A connection that cannot be rolled back is ended, so that nobody commits what is left on it. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A connection was lost before its roll-back: the database rolls back by itself.");
            end(connection);
        }
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be ended: its pool takes it out.");
        }
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.debug("A connection was lost after its transaction: its pool takes it out.");
        }
    }

    /** What was done is done, also if the connection breaks now. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection was lost before it was given back: its pool takes it out.");
        }
    }

    /** Longer with every try, and by chance, so that two that met do not meet again. */
    private static void pause(int tries) {
        long longest = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(tries, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    /** Something that is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something that is done before. */
    @FunctionalInterface
    interface Preparation {
        void on(Connection connection) throws SQLException;
    }

    /** One try. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws SQLException;
    }
}
