package org.clinicchat.testkit.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What is logged through {@code java.util.logging}. */
record JavaLogging() implements Place {

    @Override
    public String name() {
        return "java.util.logging";
    }

    @Override
    public AutoCloseable watched(Search search) {
        Handler ear = new Ear(search);
        List<Opened> opened =
                loggers().stream().map(logger -> new Opened(logger, ear)).toList();
        return () -> opened.forEach(each -> each.close(ear));
    }

    @Override
    public void look(Search search) {
        Logger logger = Logger.getLogger("trace hunt");
        if (!search.finds(logger::finest)) {
            throw new IllegalStateException("Nothing that is logged through java.util.logging is heard: has the logging"
                    + " been configured anew since the hunt began?");
        }
    }

    private static List<Logger> loggers() {
        return Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .map(LogManager.getLogManager()::getLogger)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A logger that says everything, and what it was before; held, or it would be forgotten with its level. */
    private static final class Opened {
        private final Logger logger;
        private final @Nullable Level before;

        Opened(Logger logger, Handler ear) {
            this.logger = logger;
            this.before = logger.getLevel();
            boolean isRoot = logger.getParent() == null;
            if (before != null || isRoot) {
                logger.setLevel(Level.ALL);
            }
            if (isRoot || !logger.getUseParentHandlers()) {
                logger.addHandler(ear);
            }
        }

        void close(Handler ear) {
            logger.removeHandler(ear);
            logger.setLevel(before);
        }
    }

    private static final class Ear extends Handler {
        private final Search search;

        Ear(Search search) {
            this.search = search;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            List<Object> said = new ArrayList<>();
            said.add(String.valueOf(line.getMessage()));
            said.add(new SimpleFormatter().formatMessage(line));
            if (line.getParameters() != null) {
                Collections.addAll(said, line.getParameters());
            }
            String where = "a line of " + line.getLoggerName();
            said.forEach(each -> search.text(where, String.valueOf(each)));
            if (line.getThrown() != null) {
                search.thrown(where, line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
