package org.clinicchat.examples.quickstart.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One dialogue of a file.
 *
 * @param number its place in the file: 1, 2, 3 …
 * @param turns what is said, in order
 * @param strayLines how many lines that say something stand before the first speaker: they are nobody's
 */
record Dialogue(int number, List<Turn> turns, int strayLines) {

    /** A line with its line break, which the last one may lack. */
    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|$)");

    /** Datasets number several guests of a kind; one blank after the colon belongs to the label. */
    private static final Pattern SPOKEN = Pattern.compile(
            "[ \t]*(Doctor|Patient|Guest_family|Guest_clinician)(?:_?\\d+)?[ \t]*: ?(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    Dialogue {
        turns = List.copyOf(turns);
    }

    static Dialogue parse(int number, String text) {
        Reading reading = new Reading();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            reading.line(line.group(1), line.group(2));
        }
        reading.endTurn();
        return new Dialogue(number, reading.turns, reading.strayLines);
    }

    /** What has been read of a dialogue, line by line. */
    private static final class Reading {

        private final List<Turn> turns = new ArrayList<>();
        private final StringBuilder said = new StringBuilder();
        private Optional<Speaker> speaker = Optional.empty();
        private int strayLines;

        void line(String line, String lineBreak) {
            Matcher spoken = SPOKEN.matcher(line);
            if (spoken.matches()) {
                endTurn();
                speaker = Optional.of(Speaker.of(spoken.group(1)));
                said.append(spoken.group(2)).append(lineBreak);
            } else if (speaker.isPresent()) {
                said.append(line).append(lineBreak);
            } else if (!line.isBlank()) {
                strayLines++;
            }
        }

        /** The line breaks at the end of a turn part it from the next one. */
        void endTurn() {
            speaker.ifPresent(who -> turns.add(new Turn(who, withoutBreaksAtTheEnd())));
            said.setLength(0);
        }

        private String withoutBreaksAtTheEnd() {
            int end = said.length();
            while (end > 0 && (said.charAt(end - 1) == '\n' || said.charAt(end - 1) == '\r')) {
                end--;
            }
            return said.substring(0, end);
        }
    }
}
