package org.clinicchat.examples.quickstart.terminal;

/** How a piece of text looks on a terminal that has colours. Nothing is said by colour alone. */
public enum Style {
    /** As it comes. */
    PLAIN(""),
    /** Headings. */
    STRONG("1"),
    /** What stands beside the story: calls of the library, times. */
    DIM("2"),
    /** The patient's side. */
    PATIENT("36"),
    /** The practice's side. */
    PRACTICE("32"),
    /** A refusal. */
    REFUSAL("33"),
    /** Something is wrong. */
    ALARM("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
