package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.JoinedStorage;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;

/**
 * Keeps everything on PostgreSQL, MariaDB or H2. It owns its transactions: each call of a port is one, committed before the
 * call returns; what other transactions were in the way of is done again, so often and no more. Several nodes may work on
 * one database. Safe for any number of threads; give it a pool.
 */
public final class JdbcStore implements Storage {

    private final ConversationStore conversations;
    private final InboxStore inboxes;
    private final PracticeStore practices;
    private final DirectoryStore directory;
    private final AuditStore audit;

    private final Wired wired;

    private JdbcStore(Wired wired, BiPredicate<SendChain, SendChain> together) {
        this.wired = wired;
        conversations = new Conversations(wired, new OwnCommands(wired, together));
        inboxes = new Inboxes(wired);
        practices = new Practices(wired, Optional.of(new KnownPractices()));
        directory = new Directory(wired);
        audit = new Audits(wired);
    }

    /**
     * A store on the tables with the default names, in the connections' own schema.
     *
     * @param dataSource gives connections; best a pool
     * @return the store
     * @throws IllegalStateException if the database is none that is known, or its tables are of another version: the message
     *     says what to do
     * @throws org.clinicchat.port.StorageFault if the database does not answer
     */
    public static JdbcStore of(DataSource dataSource) {
        return on(dataSource).open();
    }

    /**
     * Begins a store with names of the host's own.
     *
     * @param dataSource gives connections; best a pool
     * @return to be told the rest
     */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * The same tables inside a transaction that the host has begun on a connection of its own, for
     * {@link org.clinicchat.ClinicChat#joining}. The connection stays the host's: it is neither committed, rolled back nor
     * closed here, and none of its settings is changed. Best with the isolation READ COMMITTED: in a stricter one, whatever
     * moved after the transaction's first look is a fault that says to run it again.
     *
     * @param connection of the same database; it does not commit by itself
     * @return the storage, for this transaction
     * @throws IllegalStateException if the connection commits every statement by itself; so does every call once it does
     */
    public JoinedStorage joining(Connection connection) {
        return new JoinedStore(new Wired(new HostTransaction(connection), wired.dialect(), wired.tables()));
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

    /** Where the tables are, and how they are called. Not safe for several threads. */
    public static final class Builder {

        private final DataSource dataSource;
        private String schema = Tables.DEFAULT.schema();
        private String prefix = Tables.DEFAULT.prefix();
        private BiPredicate<SendChain, SendChain> together = (one, other) -> true;

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * In which schema the tables are; in MariaDB, in which database. Without it, in the connections' own.
         *
         * @param newSchema up to 30 of {@code [a-z0-9_]}, beginning with a letter
         * @return this
         */
        public Builder schema(String newSchema) {
            schema = newSchema;
            return this;
        }

        /**
         * What the tables' names begin with; {@code clinic_chat_} without it.
         *
         * @param newPrefix up to 30 of {@code [a-z0-9_]}, beginning with a letter; or empty
         * @return this
         */
        public Builder prefix(String newPrefix) {
            prefix = newPrefix;
            return this;
        }

        /**
         * Keeps sends of different clinics in transactions of their own. On PostgreSQL, sends that come at the same time share
         * one; where the tables are sharded by clinic, one of several clinics would be a transaction of several servers.
         *
         * @return this
         */
        public Builder batchesWithinClinic() {
            together = SendChain::isOfOneClinicWith;
            return this;
        }

        /**
         * Brings the tables to the present version first ({@link JdbcSchema#migrate}).
         *
         * @return this
         */
        public Builder migrate() {
            JdbcSchema.of(tables()).migrateOn(dataSource);
            return this;
        }

        /**
         * The store.
         *
         * @return the store
         * @throws IllegalStateException if the database is none that is known, or its tables are of another version, or it is
         *     an H2 file that is written late, which this user may not change
         * @throws org.clinicchat.port.StorageFault if the database does not answer
         */
        public JdbcStore open() {
            Tables tables = tables();
            try (Connection connection = dataSource.getConnection()) {
                Dialect dialect = Dialect.of(connection);
                ConnectionCheck.writes(connection, dialect);
                JdbcSchema.of(tables).check(connection);
                Transactions transactions = H2File.isToBeTold(connection, dialect)
                        ? new Transactions(dataSource, H2File::writesAtOnce)
                        : new Transactions(dataSource);
                return new JdbcStore(new Wired(transactions, dialect, tables), together);
            } catch (SQLException e) {
                throw Faults.away(e, true);
            }
        }

        private Tables tables() {
            return new Tables(schema, prefix);
        }
    }
}
