package org.clinicchat.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Keeps what tests make the library log, and nothing that others log, for the proof that nobody is named in it (SAFE-5). Who
 * listens hears the others too. An adapter's tests name it as their provider in
 * {@code META-INF/services/org.slf4j.spi.SLF4JServiceProvider}.
 */
public final class RememberedLog implements SLF4JServiceProvider {

    private static final String LIBRARY = "org.clinicchat.";
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** For SLF4J, which looks for it by its name. */
    public RememberedLog() {}

    /**
     * What has been logged since the program began.
     *
     * @return the lines, each with the messages of what was thrown
     */
    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    /**
     * Lets somebody hear all that is logged from now on, by any logger and at any level.
     *
     * @param listener is told each line, with what was thrown; by whichever thread logs
     * @return ends it
     */
    public static AutoCloseable heard(Consumer<String> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Keeper::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Keeper extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        Keeper(String name) {
            this.name = name;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            StringBuilder said =
                    new StringBuilder(String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments)));
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                said.append(each);
            }
            String line = said.toString();
            if (isLibrary()) {
                LINES.add(line);
            }
            LISTENERS.forEach(listener -> listener.accept(name + " " + marker + " " + line));
        }

        private boolean isLibrary() {
            return name.startsWith(LIBRARY);
        }

        private boolean isHeard() {
            return isLibrary() || !LISTENERS.isEmpty();
        }

        @Override
        public boolean isTraceEnabled() {
            return isHeard();
        }

        @Override
        public boolean isDebugEnabled() {
            return isHeard();
        }

        @Override
        public boolean isInfoEnabled() {
            return isHeard();
        }

        @Override
        public boolean isWarnEnabled() {
            return isHeard();
        }

        @Override
        public boolean isErrorEnabled() {
            return isHeard();
        }
    }
}
