package org.clinicchat.testkit.trace;

import org.clinicchat.testkit.RememberedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged through SLF4J while the tests' provider hears it. */
record Slf4j() implements Place {

    @Override
    public String name() {
        return "log";
    }

    @Override
    public AutoCloseable watched(Search search) {
        return RememberedLog.heard(line -> search.text("a line", line));
    }

    @Override
    public void look(Search search) {
        Logger logger = LoggerFactory.getLogger("trace hunt");
        if (!search.finds(logger::trace)) {
            throw new IllegalStateException("Nothing that is logged through SLF4J is heard: its provider is "
                    + LoggerFactory.getILoggerFactory().getClass().getName()
                    + ". Name RememberedLog in META-INF/services/org.slf4j.spi.SLF4JServiceProvider, or hand over what"
                    + " your own provider writes as Place.files or Place.texts.");
        }
    }
}
