package org.clinicchat.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.clinicchat.jdbc.JdbcStore;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;

/** A database that keeps the day. What its driver says may quote the URL, and a password stands in there: it is not shown. */
final class Database implements AutoCloseable {

    private static final List<String> KNOWN = List.of("jdbc:h2:", "jdbc:postgresql:", "jdbc:mariadb:");
    private static final int CONNECTIONS = 8;

    private final HikariDataSource pool;
    private final Storage storage;

    private Database(HikariDataSource pool, Storage storage) {
        this.pool = pool;
        this.storage = storage;
    }

    static Database at(String url) throws UserError {
        if (KNOWN.stream().noneMatch(url::startsWith)) {
            throw new UserError("The URL after --jdbc-url begins with none of " + String.join(", ", KNOWN)
                    + ". Clinic Chat keeps its data on these three.");
        }
        HikariDataSource pool = pool(url);
        try {
            return new Database(pool, JdbcStore.on(pool).migrate().open());
        } catch (IllegalStateException | StorageFault e) {
            pool.close();
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private static HikariDataSource pool(String url) throws UserError {
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new UserError(
                    "The database cannot be reached. See that it runs, that the URL after --jdbc-url is right,"
                            + " and that user and password in it are.");
        }
    }

    Storage storage() {
        return storage;
    }

    @Override
    public void close() {
        pool.close();
    }
}
