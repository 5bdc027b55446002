package org.clinicchat.testkit.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Where a text might be left: a place that keeps things and can be looked through, or one that things flow past and that must be
 * watched. The places of this JVM are equal to themselves, so that they can be named again. A host may write its own; a broker's
 * topic, for instance.
 */
public interface Place {

    /**
     * How findings name it.
     *
     * @return a few words
     */
    String name();

    /**
     * Begins to hand over what flows past, as it does so. A place that only keeps things has nothing to do here.
     *
     * @param search takes all
     * @return ends it
     */
    default AutoCloseable watched(Search search) {
        return () -> {};
    }

    /**
     * Hands over all that the place keeps at this moment.
     *
     * @param search takes all
     * @throws Exception if it cannot be looked through, or not whole: then nothing is proven
     */
    void look(Search search) throws Exception;

    /**
     * Every object of this JVM that is alive, by a heap dump: fields, queues, buffers, caches and what threads hold on their
     * stacks. What is not an object is not in it: memory outside the heap, such as that of a direct buffer. The dump lies in the
     * directory for temporary files, for its owner alone, and has lost its name before it is read.
     *
     * @return the place
     */
    static Place heap() {
        return new Heap();
    }

    /**
     * What is logged through SLF4J, by any logger and at any level, if {@link org.clinicchat.testkit.RememberedLog} is SLF4J's
     * provider in the tests. With another one, hand over what it writes: as {@link #files} or as {@link #texts}.
     *
     * @return the place
     */
    static Place log() {
        return new Slf4j();
    }

    /**
     * What is logged through {@code java.util.logging}, and through {@link System.Logger} where that leads there, by any logger and
     * at any level.
     *
     * @return the place
     */
    static Place javaLogging() {
        return new JavaLogging();
    }

    /**
     * What is written to {@link System#out} and {@link System#err} by who asks for them after the hunt has begun: stack traces of
     * threads that died too.
     *
     * @return the place
     */
    static Place console() {
        return new Console();
    }

    /**
     * The names of all platform threads and their groups.
     *
     * @return the place
     */
    static Place threadNames() {
        return new ThreadNames();
    }

    /**
     * The system's properties.
     *
     * @return the place
     */
    static Place systemProperties() {
        return new SystemProperties();
    }

    /**
     * All that management can see in this JVM: the names of the MBeans and the values of their attributes.
     *
     * @return the place
     */
    static Place metrics() {
        return new Metrics();
    }

    /**
     * Files and directories with all that lies in them: the files of a database, its log of writes, logs of the host. Their names and
     * their bytes. Links are not followed. What was compressed or encrypted cannot be found in them.
     *
     * @param paths which; they must be there when they are looked through
     * @return the place
     */
    static Place files(Path... paths) {
        return new FileTrees(List.of(paths));
    }

    /**
     * Every row of every table and view of a database, each column as text, binary ones as bytes too, and those of the
     * database itself as far as this user may read them. A driver may keep in memory what was read: better take a data source that opens
     * a connection each time than a pool.
     *
     * @param dataSource gives connections to the database
     * @return the place
     */
    static Place tables(DataSource dataSource) {
        return new Tables(dataSource);
    }

    /**
     * What the host can show: lines that its own logging has caught, what its registry of metrics tells, a page as a patient reads it.
     *
     * @param name how findings name it
     * @param texts asked each time that the place is looked through
     * @return the place
     */
    static Place texts(String name, Callable<? extends Iterable<? extends CharSequence>> texts) {
        return new Texts(name, texts);
    }
}
