package org.clinicchat.benchmarks.load;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.clinicchat.benchmarks.load.handwritten.OneStatement;
import org.clinicchat.benchmarks.load.handwritten.ThreeStatements;
import org.clinicchat.benchmarks.load.jpa.JpaTables;
import org.clinicchat.benchmarks.load.jpa.JpaWay;

/** The ways that are compared, each on a database of its own that began with the same content. */
enum Variant {
    /** Hand-written: SELECT … FOR UPDATE, INSERT, UPDATE. */
    THREE("(a) three statements"),
    /** Hand-written: one statement that does it all. */
    ONE("(b) one statement"),
    /** As usually written. */
    JPA("(c) Spring Data JPA"),
    /** The library. */
    OURS("(d) Clinic Chat");

    private static final String GAPS = "SELECT COUNT(*) FROM clinic_chat_conversation c WHERE c.last_seq <>"
            + " (SELECT COUNT(*) FROM clinic_chat_message m WHERE m.clinic = c.clinic AND m.conversation = c.id)";

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A query that counts the conversations whose log has a gap. */
    String gaps() {
        return this == JPA ? JpaTables.GAPS : GAPS;
    }

    /** The name on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String database() {
        return "load_" + key();
    }

    /** Makes its database out of one that is filled. */
    void prepare(Server server, String template) {
        server.create(database(), template);
        try (HikariDataSource pool = server.pool(database(), 1, "")) {
            if (this == JPA) {
                JpaTables.moveInto(pool);
            }
            Server.run(pool, "VACUUM ANALYZE");
        }
    }

    /** A pool to its database. */
    HikariDataSource pool(Server server, int connections) {
        return server.pool(database(), connections, "");
    }

    /** The way to send, on a pool. */
    Way on(DataSource pool) {
        return switch (this) {
            case THREE -> new ThreeStatements(pool);
            case ONE -> new OneStatement(pool);
            case JPA -> new JpaWay(pool);
            case OURS -> new Library(pool);
        };
    }
}
