package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.clinicchat.port.StorageFault;

/**
 * Runs work in the transaction that the host has begun on a connection of its own, once: commit, roll-back and whatever else
 * concerns the connection are the host's.
 */
final class HostTransaction implements Connections {

    private static final String RUN_AGAIN = " Roll your transaction back, and run it again as a whole.";

    private final Connection connection;

    /** Joins the transaction of a connection. */
    HostTransaction(Connection connection) {
        this.connection = connection;
        checkBegun();
    }

    @Override
    public <T> T read(Transactions.Work<T> work) {
        return once(work);
    }

    @Override
    public <T> T writeAtOnce(Transactions.Work<T> work) {
        return once(work);
    }

    @Override
    public <T> T write(Transactions.Work<T> work) {
        return once(work);
    }

    @Override
    public void seePresent() {
        boolean sees = ask(() -> connection.getTransactionIsolation() <= Connection.TRANSACTION_READ_COMMITTED);
        if (!sees) {
            throw new StorageFault(
                    "Another transaction has changed what yours began to see before that (its isolation is stricter than"
                            + " READ COMMITTED)." + RUN_AGAIN,
                    true,
                    null);
        }
    }

    private <T> T once(Transactions.Work<T> work) {
        checkBegun();
        return ask(() -> work.on(connection));
    }

    /** A statement that commits by itself would leave half of a command. */
    private void checkBegun() {
        if (ask(connection::getAutoCommit)) {
            throw new IllegalStateException(
                    "The connection commits every statement by itself, so there is no transaction to"
                            + " join. Call setAutoCommit(false) first, and join each transaction anew.");
        }
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Nothing is done before the host commits: so the outcome is known. */
    private static StorageFault fault(SQLException e) {
        String what = Faults.isConflict(e)
                ? "Another transaction is in the way of yours ("
                : "The database did not do its part in your transaction (";
        return new StorageFault(what + Faults.code(e) + ")." + RUN_AGAIN, true, null);
    }

    /** Something that the database may not answer. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }
}
