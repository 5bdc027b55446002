package org.clinicchat.benchmarks.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of its own, with fsync on as in earnest: by itself it would start without. */
public final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it.
     *
     * @return the server
     */
    public static Server start() {
        try {
            return new Server(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("checkpoint_timeout", "30min")
                    .setServerConfig("autovacuum_naptime", "15s")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the server says of a setting.
     *
     * @param setting which
     * @return its value
     */
    public String show(String setting) {
        return text(postgres.getPostgresDatabase(), "SHOW " + setting);
    }

    /**
     * Makes a database.
     *
     * @param name its name
     * @param template the database that it is a copy of
     */
    public void create(String name, String template) {
        run(
                postgres.getPostgresDatabase(),
                "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy");
    }

    /** Writes everything out, so that no round pays for what was before it. */
    void settle() {
        run(postgres.getPostgresDatabase(), "CHECKPOINT");
    }

    /**
     * A pool.
     *
     * @param database to which database
     * @param size how many connections
     * @param onConnect a statement that each new connection runs; may be empty
     * @return the pool
     */
    public HikariDataSource pool(String database, int size, String onConnect) {
        HikariConfig config = config(postgres.getJdbcUrl("postgres", database), "postgres", size);
        if (!onConnect.isEmpty()) {
            config.setConnectionInitSql(onConnect);
        }
        return new HikariDataSource(config);
    }

    /**
     * A pool on another server.
     *
     * @param url of its database
     * @param user who connects
     * @param size how many connections
     * @return the pool
     */
    public static HikariDataSource pool(String url, String user, int size) {
        return new HikariDataSource(config(url, user, size));
    }

    private static HikariConfig config(String url, String user, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        return config;
    }

    /**
     * Runs a statement.
     *
     * @param database where
     * @param sql the statement
     */
    public static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asks for one value.
     *
     * @param database where
     * @param sql the query
     * @return the first column of the first row
     */
    public static String text(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
