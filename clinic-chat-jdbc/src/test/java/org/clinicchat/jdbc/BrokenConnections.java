package org.clinicchat.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.jdbc.WatchedDataSource.Step;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.Breakdown;

/**
 * Breaks a store's connection at a step to its database. Before a step, the driver finds out by itself; after it, all that is
 * lost is the answer. Only while it is planned come the store's connections out of a pool of their own: a server is slow with a
 * connection that is new, and so whoever looks at what is left has one that has long been there.
 */
final class BrokenConnections implements Breakdown {

    /** Where a connection breaks. */
    private enum Where {
        /** Before each statement and commit, and after what is then stored for good: all that can make a difference. */
        WHERE_IT_COUNTS {
            @Override
            boolean isAt(Step step) throws SQLException {
                return step.moment() == Moment.BEFORE || step.isForGood();
            }
        },
        BEFORE {
            @Override
            boolean isAt(Step step) {
                return step.moment() == Moment.BEFORE;
            }
        },
        AFTER {
            @Override
            boolean isAt(Step step) {
                return step.moment() == Moment.AFTER;
            }
        };

        abstract boolean isAt(Step step) throws SQLException;
    }

    private final DataSource watched;
    private final Where where;
    private long left;
    private boolean struck;

    private BrokenConnections(DataSource sound, DataSource toBreak, Where where) {
        watched = WatchedDataSource.over(() -> left > 0 ? toBreak : sound, this::at);
        this.where = where;
    }

    /**
     * The ways to break a connection to a database that has its tables: one that strikes wherever it makes a difference; with
     * the property {@code everyBreakdown} also before and after each and every statement.
     */
    static List<Breakdown> on(HikariDataSource database) {
        DataSource toBreak = Servers.toBreak(database);
        Stream<Where> all =
                Boolean.getBoolean("everyBreakdown") ? Arrays.stream(Where.values()) : Stream.of(Where.WHERE_IT_COUNTS);
        return all.<Breakdown>map(where -> new BrokenConnections(database, toBreak, where))
                .toList();
    }

    private void at(Step step) throws SQLException {
        if ((step.kind() != Kind.STATEMENT && step.kind() != Kind.COMMIT) || !where.isAt(step)) {
            return;
        }
        left--;
        if (left == 0) {
            struck = true;
            step.breakHere();
        }
    }

    /** A new store each time: it has nothing in its cache. */
    @Override
    public Storage storage() {
        heal();
        return JdbcStore.of(watched);
    }

    @Override
    public void strike(long step) {
        left = step;
        struck = false;
    }

    @Override
    public void heal() {
        left = 0;
    }

    @Override
    public boolean hasStruck() {
        return struck;
    }

    @Override
    public String toString() {
        return "a connection broken " + where;
    }
}
