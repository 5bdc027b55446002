package org.clinicchat.benchmarks.load.jpa;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.clinicchat.benchmarks.load.Sending;
import org.clinicchat.benchmarks.load.Way;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** The service, in a Spring context of its own. */
public final class JpaWay implements Way {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private final AnnotationConfigApplicationContext context;
    private final SendService service;

    /**
     * On tables of its own.
     *
     * @param database a pool
     */
    public JpaWay(DataSource database) {
        ROOT.setLevel(Level.WARNING);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.register(JpaConfiguration.class);
        context.refresh();
        service = context.getBean(SendService.class);
    }

    @Override
    public long send(Sending sending) {
        try {
            return service.send(sending);
        } catch (DataIntegrityViolationException e) {
            return service.send(sending);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
