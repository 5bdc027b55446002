package org.clinicchat.testkit.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.slf4j.LoggerFactory;

/** Every way to leave a text in this JVM that we could think of, by the place in which it must be found. */
final class Leaks {

    private static final Map<String, Object> HELD = new ConcurrentHashMap<>();
    private static final Queue<Object> QUEUE = new ArrayDeque<>();
    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

    private Leaks() {}

    /** By a name that begins with the place. */
    static Map<String, Leak> all(Path directory) {
        Map<String, Leak> all = new LinkedHashMap<>();
        heap().forEach((name, kept) -> all.put("heap/" + name, text -> held(name, kept.of(text))));
        all.put("heap/queue", Leaks::queued);
        all.put("heap/local of a thread", text -> inThread("waits", () -> LOCAL.set(text)));
        all.put("heap/stack of a thread", text -> inThread("waits", () -> {}, text));
        all.put(
                "log/line at TRACE",
                text -> logged(() -> LoggerFactory.getLogger("org.driver").trace("bind {}", text)));
        all.put(
                "log/exception",
                text -> logged(
                        () -> LoggerFactory.getLogger("org.driver").warn("failed", new IllegalStateException(text))));
        all.put(
                "java.util.logging/line",
                text -> logged(() -> Logger.getLogger("org.driver").log(Level.FINEST, "bind {0}", text)));
        all.put(
                "java.util.logging/system logger",
                text -> logged(() -> System.getLogger("org.cache").log(System.Logger.Level.TRACE, text)));
        all.put("console/out", text -> logged(() -> System.out.println("sent " + text)));
        all.put(
                "console/err, letter by letter",
                text -> logged(() -> text.chars().forEach(System.err::write)));
        all.put("console/thread that dies", Leaks::died);
        all.put("thread names/thread", text -> inThread("serves " + text, () -> {}));
        all.put("system properties/value", text -> property("last.sent", text));
        all.put("metrics/attribute", text -> measured("org.chat:type=Last", text));
        all.put("metrics/name", text -> measured("org.chat:type=Room,name=" + text, "nothing"));
        all.put("files/content", text -> written(directory.resolve("deep").resolve("room.db"), "\0\1" + text));
        all.put("files/name", text -> written(directory.resolve(text + ".txt"), "nothing"));
        return all;
    }

    /** What can be kept of a text. */
    private interface Kept {
        Object of(String text);
    }

    private static Map<String, Kept> heap() {
        Map<String, Kept> heap = new LinkedHashMap<>();
        heap.put("string", text -> text);
        heap.put("string with more in it", text -> "caff\u00e8 " + text);
        heap.put("wide string", text -> text + " \u2192");
        heap.put("builder", StringBuilder::new);
        heap.put("wide builder", text -> new StringBuilder(text).insert(0, "\u2192"));
        heap.put("bytes", text -> text.getBytes(UTF_8));
        heap.put("characters", String::toCharArray);
        heap.put("code points", text -> text.codePoints().toArray());
        heap.put("buffer", text -> ByteBuffer.allocate(100).put(text.getBytes(UTF_8)));
        heap.put("Base64", text -> Base64.getEncoder().encodeToString(("?" + text).getBytes(UTF_8)));
        heap.put("preview", text -> text.substring(0, 20));
        heap.put("exception", IllegalStateException::new);
        heap.put("callback", text -> (Supplier<String>) () -> text);
        return heap;
    }

    private static Runnable held(String name, Object kept) {
        HELD.put(name, kept);
        return () -> HELD.remove(name);
    }

    private static Runnable queued(String text) {
        QUEUE.add(text);
        return QUEUE::clear;
    }

    /** A thread that does this, and lives on with what it holds. */
    private static Runnable inThread(String name, Runnable first, Object... held) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    first.run();
                    begun.countDown();
                    try {
                        await(end);
                    } finally {
                        Reference.reachabilityFence(held);
                    }
                },
                name);
        thread.start();
        begun.await();
        AtomicReference<Thread> living = new AtomicReference<>(thread);
        return () -> {
            end.countDown();
            join(living.getAndSet(null));
        };
    }

    private static Runnable died(String text) {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException(text);
        });
        thread.start();
        join(thread);
        return () -> {};
    }

    private static Runnable logged(Runnable logging) {
        logging.run();
        return () -> {};
    }

    private static Runnable property(String name, String value) {
        System.setProperty(name, value);
        return () -> System.clearProperty(name);
    }

    /** What a metric says. */
    public interface LastMBean {

        /** {@return what was sent last} */
        String[] getLast();
    }

    private record Last(String text) implements LastMBean {
        @Override
        public String[] getLast() {
            return new String[] {"before", text};
        }
    }

    private static Runnable measured(String name, String value) throws JMException {
        ObjectName bean = new ObjectName(name);
        var server = ManagementFactory.getPlatformMBeanServer();
        String kind = bean.getKeyProperty("type");
        server.registerMBean(new StandardMBean(new Last(value), LastMBean.class), bean);
        return () -> {
            try {
                for (ObjectName each : server.queryNames(new ObjectName("org.chat:type=" + kind + ",*"), null)) {
                    server.unregisterMBean(each);
                }
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Runnable written(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Path directory = file.getParent();
        return () -> {
            try (var files = Files.list(directory)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
