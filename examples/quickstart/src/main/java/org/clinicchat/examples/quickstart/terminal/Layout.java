package org.clinicchat.examples.quickstart.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in columns. Pure functions; a column is a code point. */
public final class Layout {

    /** The width of a page. */
    public static final int WIDTH = 80;

    private Layout() {}

    /**
     * A text in lines of at most this width; a longer word has a line of its own.
     *
     * @param text words; line breaks are kept
     * @param width the most columns of a line
     * @return the lines
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> wrapInto(lines, paragraph, width));
        return lines;
    }

    private static void wrapInto(List<String> lines, String paragraph, int width) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && columns(line) + 1 + columns(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /**
     * A text at the left of a column, cut with an ellipsis if it is too long.
     *
     * @param text one line
     * @param width the columns
     * @return exactly this many columns
     */
    public static String left(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - columns(cut));
    }

    /**
     * A text at the right of a column, cut with an ellipsis if it is too long.
     *
     * @param text one line
     * @param width the columns
     * @return exactly this many columns
     */
    public static String right(String text, int width) {
        String cut = cut(text, width);
        return " ".repeat(width - columns(cut)) + cut;
    }

    /**
     * A text with an ellipsis if it is too long.
     *
     * @param text one line
     * @param width the most columns
     * @return at most this many columns
     */
    public static String cut(String text, int width) {
        return columns(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    /**
     * A line across the page.
     *
     * @param head what stands at its beginning
     * @return as wide as the page
     */
    public static String rule(String head) {
        return head + "─".repeat(WIDTH - columns(head));
    }

    /**
     * What somebody else wrote, made safe for a terminal: no escape sequence, no line break, nothing that turns the
     * direction of writing.
     *
     * @param text any
     * @return the text with a sign of replacement for every control and format character and half surrogate
     */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(codePoint -> safe.appendCodePoint(isPrintable(codePoint) ? codePoint : '\uFFFD'));
        return safe.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
