package org.clinicchat.examples.quickstart.day;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clinicchat.examples.quickstart.terminal.Layout;
import org.clinicchat.examples.quickstart.terminal.Style;
import org.clinicchat.examples.quickstart.terminal.Terminal;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.people.Role;

/** How the story looks: 80 columns, the times at the left, what was called in a dim line. */
final class Page {

    private static final String INDENT = "  ";
    private static final String UNDER_THE_TIME = " ".repeat(9);

    private final Terminal terminal;
    private final Set<String> autoRepliesShown = new HashSet<>();

    Page(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The head of the whole. */
    void cover(String title, String subtitle) {
        terminal.line();
        line(INDENT, Style.STRONG, title);
        line(INDENT, Style.DIM, subtitle);
    }

    /** The head of a scene. */
    void heading(int number, String title) {
        terminal.line();
        terminal.line(terminal.styled(Style.STRONG, Layout.rule("── " + number + ". " + title + " ")));
    }

    /** What the teller says. */
    void tell(String text) {
        terminal.line();
        paragraph(INDENT, text);
    }

    /** What was called, in the words of a program. */
    void call(String code) {
        line(INDENT, Style.DIM, "› " + code);
    }

    /** What came of it, in a few words. */
    void result(String text) {
        paragraph(UNDER_THE_TIME, text);
    }

    /** A message as its readers see it. */
    void message(Message message) {
        boolean isAutomatic = message.kind() == MessageKind.AUTO_REPLY;
        author(message.time(), message.authorship(), isAutomatic ? " · automatic reply" : "");
        if (message.retraction().isPresent()) {
            var retraction = message.retraction().get();
            result("[retracted at " + time(retraction.time()) + " by " + Cast.names(retraction.by()) + "]");
        } else if (isAutomatic && !autoRepliesShown.add(message.text())) {
            result("[the same text as above]");
        } else {
            result(message.text());
        }
    }

    /** A message that somebody is about to send. */
    void attempt(Instant time, Authorship author, String text) {
        author(time, author, " · tries to send");
        result(text);
    }

    private void author(Instant time, Authorship authorship, String remark) {
        Style side = authorship.author().role() == Role.PATIENT ? Style.PATIENT : Style.PRACTICE;
        terminal.line(INDENT + terminal.styled(Style.DIM, time(time)) + "  "
                + terminal.styled(side, Cast.names(authorship)) + terminal.styled(Style.DIM, remark));
    }

    /** A refusal with its rule, and what people read in both languages. */
    void refusal(Refusal refusal) {
        line(UNDER_THE_TIME, Style.REFUSAL, "refused: " + refusal.code() + ", rule " + refusal.rule());
        hanging("en  ", refusal.message(Locale.ENGLISH));
        hanging("it  ", refusal.message(Locale.ITALIAN));
    }

    private void hanging(String label, String text) {
        String first = UNDER_THE_TIME + label;
        List<String> lines = Layout.wrap(text, Layout.WIDTH - first.length());
        terminal.line(first + lines.get(0));
        lines.stream().skip(1).forEach(more -> terminal.line(" ".repeat(first.length()) + more));
    }

    /** A table: its head, and its rows. */
    void table(String head, List<String> rows) {
        line(INDENT, Style.DIM, head);
        rows.forEach(this::row);
    }

    /** One row, in columns of its own. */
    void row(String row) {
        line(INDENT, Style.PLAIN, row);
    }

    /** The end of the story, and what to do next. */
    void farewell() {
        terminal.line();
        terminal.line(terminal.styled(Style.STRONG, Layout.rule("")));
        tell("That was the day. Every list, number, receipt and refusal in it came out of the library; only what people"
                + " write was made up beforehand.");
        terminal.line();
        line(INDENT, Style.PLAIN, "Scene by scene     mvn -q -Pquickstart -Dargs=\"--step\"");
        line(INDENT, Style.PLAIN, "Kept in a file     mvn -q -Pquickstart -Dargs=\"--jdbc-url\", and once more");
        line(INDENT, Style.PLAIN, "Your dialogues     mvn -q -Pquickstart -Dargs=\"--dialogues FILE\"");
        line(INDENT, Style.PLAIN, "How it is made     examples/quickstart: one class for each scene");
        line(INDENT, Style.PLAIN, "How to embed it    README.md and docs/embed.md");
        terminal.line();
    }

    /** The end of the second telling, and how to have the first one again. */
    void keptFarewell() {
        terminal.line();
        terminal.line(terminal.styled(Style.STRONG, Layout.rule("")));
        tell(
                "The program was ended and started again in between: all of this comes out of the database. To have the day told"
                        + " anew, give it an empty one; of the file, delete clinic-chat-quickstart.mv.db.");
        terminal.line();
    }

    static String time(Instant moment) {
        return StoryClock.onTheWall(moment).toString();
    }

    private void paragraph(String indent, String text) {
        Layout.wrap(text, Layout.WIDTH - indent.length()).forEach(wrapped -> line(indent, Style.PLAIN, wrapped));
    }

    private void line(String indent, Style style, String text) {
        terminal.line(indent + terminal.styled(style, text.stripTrailing()));
    }
}
