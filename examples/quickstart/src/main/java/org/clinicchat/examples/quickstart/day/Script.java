package org.clinicchat.examples.quickstart.day;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written in the course of the day, part by part. The resource {@code day.txt} explains its own form.
 *
 * @param parts the lines of each part, under its name
 */
record Script(Map<String, List<Line>> parts) {

    private static final String RESOURCE = "day.txt";
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d\\d:\\d\\d) ([a-z]+)(?: for ([a-z]+))? to ([a-z]+): (.+)");

    /**
     * A message.
     *
     * @param time when it is written
     * @param author the id of who writes
     * @param owner the id of the colleague for whom, if he is a substitute
     * @param to the id of whom he writes to
     * @param text what
     */
    record Line(LocalTime time, String author, Optional<String> owner, String to, String text) {
        Line goingOn(String more) {
            return new Line(time, author, owner, to, text + "\n" + more);
        }
    }

    /** The script that comes with the program. */
    static Script load() {
        try (InputStream bytes = Objects.requireNonNull(Script.class.getResourceAsStream(RESOURCE), RESOURCE);
                var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return parse(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script parse(List<String> lines) {
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        List<Line> part = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("== ")) {
                part = new ArrayList<>();
                parts.put(line.substring(3), part);
            } else if (line.startsWith("  ") && !part.isEmpty()) {
                int last = part.size() - 1;
                part.set(last, part.get(last).goingOn(line.strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                part.add(line(line));
            }
        }
        return new Script(parts);
    }

    private static Line line(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("this is no line of the script: " + written);
        }
        return new Line(
                LocalTime.parse(matcher.group(1)),
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)),
                matcher.group(4),
                matcher.group(5));
    }

    /** The lines of a part. */
    List<Line> part(String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the script has no part \"" + name + "\""));
    }
}
