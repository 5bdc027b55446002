package org.clinicchat.examples.quickstart.day;

import java.util.List;
import java.util.stream.Collectors;
import org.clinicchat.examples.quickstart.terminal.Layout;
import org.clinicchat.inbox.InboxQuery;

/** The search box. */
final class FindingSomebody implements Scene {

    private static final int WIDTH = 12;
    private static final List<String> TYPED = List.of("damico", "nicolo", "weiss jur", "DLLCCT48", "cough");

    @Override
    public String title() {
        return "Finding somebody";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        stage.at("09:18");
        page.tell(
                "The search does not mind accents, apostrophes, case and order, and it knows the codice fiscale from its"
                        + " beginning.");
        page.call("inbox(InboxQuery.all().search(\"damico\"))");
        TYPED.forEach(typed -> show(stage, typed));
    }

    private static void show(Stage stage, String typed) {
        var rows = stage.rossi().inbox(InboxQuery.all().search(typed)).orThrow().rows();
        String found = rows.stream().map(row -> Cast.name(row.patient().id())).collect(Collectors.joining(", "));
        stage.page().row("  " + Layout.left(typed, WIDTH) + "→ " + (found.isEmpty() ? "(nobody)" : found));
    }
}
