package org.clinicchat.jdbc;

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
    private static final int READY = 2;
    private static final AtomicInteger DATABASES = new AtomicInteger();

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

    /** Other connections to the same database, of which some wait ready: whoever breaks one finds the next. */
    static HikariDataSource toBreak(HikariDataSource database) {
        return pool(database.getJdbcUrl(), database.getUsername(), READY);
    }

    /** Connections to a database, as a host would have them. */
    static HikariDataSource pool(String url, String user) {
        return pool(url, user, 0);
    }

    private static HikariDataSource pool(String url, String user, int ready) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(ready);
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
        private static final MariaServer SERVER = MariaServer.started();

        static String created(String name) {
            try {
                run(new MariaDbDataSource(SERVER.url() + "?user=root"), "CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.url() + name;
        }
    }
}
