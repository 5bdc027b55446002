package org.clinicchat.examples.quickstart.replay;

import static org.clinicchat.examples.quickstart.terminal.Layout.left;
import static org.clinicchat.examples.quickstart.terminal.Layout.right;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clinicchat.Clinic;
import org.clinicchat.examples.quickstart.terminal.Layout;
import org.clinicchat.examples.quickstart.terminal.Style;
import org.clinicchat.examples.quickstart.terminal.Terminal;
import org.clinicchat.outcome.RefusalCode;

/** Tells what a replay did. */
final class Report {

    private static final int LABEL = 22;
    private static final int NUMBER = 10;
    private static final int MOST_DIFFERENCES = 20;

    private final Terminal terminal;
    private final String file;
    private final Clinic clinic;
    private final List<Desk> desks;
    private final List<Played> played;

    Report(Terminal terminal, String file, Clinic clinic, List<Desk> desks, List<Played> played) {
        this.terminal = terminal;
        this.file = file;
        this.clinic = clinic;
        this.desks = desks;
        this.played = played;
    }

    void print(Duration time, long autoReplies, List<Difference> differences) {
        title("Replayed " + Layout.printable(file));
        printConversations();
        printMessages(time, autoReplies);
        printRefusals();
        printUnread();
        printVerification(differences);
    }

    private void printConversations() {
        long empty =
                played.stream().filter(one -> one.dialogue().turns().isEmpty()).count();
        row("conversations", played.size(), empty == 0 ? "" : empty + " of them without a message");
    }

    private void printMessages(Duration time, long autoReplies) {
        long accepted = accepted();
        long turns = accepted + refusals().size();
        row("messages", accepted, "accepted, of " + number(turns) + " in the file");
        for (Speaker speaker : Speaker.values()) {
            row("  " + speaker.label(), accepted(speaker), speaker.part());
        }
        row("refusals", refusals().size(), "");
        row("automatic replies", autoReplies, "one for each patient who was heard");
        row(
                "messages a second",
                Math.round(accepted / (time.toNanos() / 1e9)),
                "in " + seconds(time) + ", " + desks.size() + " at work, from a cold start");
        long stray =
                played.stream().mapToLong(one -> one.dialogue().strayLines()).sum();
        if (stray > 0) {
            row("lines left out", stray, "before the first speaker of a dialogue");
        }
    }

    private void printRefusals() {
        if (refusals().isEmpty()) {
            return;
        }
        title("Refused");
        Map<RefusalCode, List<Place>> byReason = new EnumMap<>(RefusalCode.class);
        refusals()
                .forEach(place -> byReason.computeIfAbsent(
                                place.refused.refusal().code(), code -> new ArrayList<>())
                        .add(place));
        byReason.forEach(this::printReason);
    }

    private void printReason(RefusalCode code, List<Place> places) {
        Place first = places.get(0);
        row(code.name(), places.size(), "rule " + code.rule());
        String message = first.refused.refusal().message(Locale.ENGLISH);
        String where = "First: dialogue " + first.dialogue + ", message " + first.refused.place() + ".";
        Layout.wrap(message + " " + where, Layout.WIDTH - 4).forEach(line -> terminal.line("    " + line));
    }

    private void printUnread() {
        title("Unread");
        terminal.line("  " + left("", LABEL) + right("messages", NUMBER) + right("conversations", NUMBER + 5));
        for (Desk desk : desks) {
            var totals = clinic.practitioner(desk.owner()).totals().orThrow();
            terminal.line("  " + left(desk.name(), LABEL) + right(number(totals.unreadMessages()), NUMBER)
                    + right(number(totals.unreadConversations()), NUMBER + 5));
        }
    }

    private void printVerification(List<Difference> differences) {
        if (differences.isEmpty()) {
            title("Verified");
            String verdict = "All " + number(accepted()) + " texts came back to the code point, in their order and with"
                    + " their authors, for the practice and for the patients. The unread counts equal a recount.";
            Layout.wrap(verdict, Layout.WIDTH - 2).forEach(line -> terminal.line("  " + line));
            return;
        }
        title("Not as it was sent: " + number(differences.size()) + " differences");
        differences.stream().limit(MOST_DIFFERENCES).forEach(this::printDifference);
        if (differences.size() > MOST_DIFFERENCES) {
            terminal.line("  and " + number(differences.size() - MOST_DIFFERENCES) + " more");
        }
    }

    private void printDifference(Difference difference) {
        String line = "dialogue " + difference.dialogue() + ", for " + difference.reader() + ": " + difference.what();
        terminal.line("  " + terminal.styled(Style.ALARM, line));
    }

    private void title(String title) {
        terminal.line();
        terminal.line(terminal.styled(Style.STRONG, title));
    }

    private void row(String label, long value, String remark) {
        String line = "  " + left(label, LABEL) + right(number(value), NUMBER);
        terminal.line(remark.isEmpty() ? line : line + "   " + terminal.styled(Style.DIM, remark));
    }

    private long accepted() {
        return played.stream().mapToLong(one -> one.accepted().size()).sum();
    }

    private long accepted(Speaker speaker) {
        return played.stream()
                .flatMap(one -> one.accepted().stream())
                .filter(sent -> sent.turn().speaker() == speaker)
                .count();
    }

    private List<Place> refusals() {
        return played.stream()
                .flatMap(one -> one.refused().stream()
                        .map(refused -> new Place(one.dialogue().number(), refused)))
                .toList();
    }

    /** A refused turn and its dialogue. */
    private record Place(int dialogue, Played.NotSent refused) {}

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.2f s", time.toNanos() / 1e9);
    }
}
