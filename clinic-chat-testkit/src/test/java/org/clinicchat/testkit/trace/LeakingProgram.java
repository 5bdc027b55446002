package org.clinicchat.testkit.trace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that leaves a text everywhere, takes them all away again, and says after each what a hunt has found: a line with the
 * phase, the leak, and the place.
 */
final class LeakingProgram {

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Map<Mark, String> leaks = new LinkedHashMap<>();

    private LeakingProgram() {}

    public static void main(String... directory) throws Exception {
        new LeakingProgram().run(Path.of(directory[0]));
    }

    private void run(Path directory) throws Exception {
        List<Runnable> ends = new ArrayList<>();
        try (TraceHunt hunt = TraceHunt.inThisJvm(Place.files(directory))) {
            Leaks.all(directory)
                    .forEach((name, leak) -> leaks.put(hunt.plant(text -> ends.add(leak.leave(text))), name));
            leaks.put(
                    hunt.plant(text -> hunt.show(new IllegalStateException(new IOException(text)))),
                    "what was shown/cause");
            leaks.put(hunt.plant(text -> {}), "nowhere/nothing");
            say("left", hunt);
            ends.forEach(Runnable::run);
            say("gone", hunt);
        }
    }

    private void say(String phase, TraceHunt hunt) throws IOException {
        for (Trace trace : hunt.traces()) {
            String line =
                    String.join("\t", "", phase, leaks.get(trace.mark()), trace.place(), trace.where(), trace.form());
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
