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
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T read(Work<T> work) {
        return untilSettled(() -> alone(work));
    }

    @Override
    public <T> T writeAtOnce(Work<T> work) {
        return untilSettled(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return atOnce(connection, work);
            }
        });
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
                if (tries == MOST_TRIES) {
                    throw Faults.unsettled(e, tries);
                }
                pause(tries);
            }
        }
    }

    private <T> T alone(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        }
    }

    /** Whether a statement that broke off was done is not known, unless the database says that it was not. */
    private static <T> T atOnce(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            if (Faults.isConflict(e)) {
                throw e;
            }
            throw Faults.away(e, false);
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                commit(connection);
                return done;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection);
                throw e;
            } finally {
                restore(connection, before);
            }
        }
    }

    /** Whether a commit that failed was done is not known, unless the database says that it rolled back. */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (Faults.isConflict(e)) {
                throw e;
            }
            throw Faults.away(e, false);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A connection was lost before its roll-back: the database rolls back by itself.");
        }
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.debug("A connection was lost after its transaction: its pool takes it out.");
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

    /** One try. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws SQLException;
    }
}
