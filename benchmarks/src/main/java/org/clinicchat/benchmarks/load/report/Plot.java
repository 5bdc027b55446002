package org.clinicchat.benchmarks.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars for each scenario and number of callers: messages in a second, by way. */
final class Plot {

    private static final List<String> COLOURS = List.of("#9aa5b1", "#5b7083", "#c7a252", "#2a7f62");
    private static final int BAR = 14;
    private static final int GAP = 26;
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int HEIGHT = 300;

    private final StringBuilder svg = new StringBuilder();
    private final List<Result> results;
    private final List<String> ways;
    private final double most;
    private int x = LEFT;

    private Plot(List<Result> results) {
        this.results = results;
        ways = results.stream().map(Result::way).distinct().toList();
        most = results.stream()
                .mapToDouble(result -> result.figures().perSecond())
                .max()
                .orElse(1);
    }

    static String of(List<Result> results) {
        return new Plot(results).draw();
    }

    private String draw() {
        scale();
        legend();
        for (List<Result> group : groups()) {
            group.forEach(this::bar);
            text(
                    x - group.size() * BAR / 2,
                    TOP + HEIGHT + 16,
                    "middle",
                    group.get(0).scenario());
            text(
                    x - group.size() * BAR / 2,
                    TOP + HEIGHT + 30,
                    "middle",
                    "× " + group.get(0).callers());
            x += GAP;
        }
        String size = String.format(Locale.ROOT, "width=\"%d\" height=\"%d\"", x + GAP, TOP + HEIGHT + 50);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " font-family=\"sans-serif\" font-size=\"11\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + svg + "</svg>\n";
    }

    private List<List<Result>> groups() {
        List<List<Result>> groups = new ArrayList<>();
        for (int i = 0; i < results.size(); i += ways.size()) {
            groups.add(results.subList(i, Math.min(results.size(), i + ways.size())));
        }
        return groups;
    }

    private void scale() {
        text(LEFT, 20, "start", "Messages a second, by scenario and number of callers");
        for (int quarter = 0; quarter <= 4; quarter++) {
            int y = TOP + HEIGHT - HEIGHT * quarter / 4;
            text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%.0f", most * quarter / 4));
        }
    }

    private void legend() {
        for (int i = 0; i < ways.size(); i++) {
            rectangle(LEFT + i * 170, 32, 10, 10, i);
            text(LEFT + i * 170 + 15, 41, "start", ways.get(i));
        }
    }

    private void bar(Result result) {
        int height = (int) Math.round(HEIGHT * result.figures().perSecond() / most);
        rectangle(x, TOP + HEIGHT - height, BAR - 2, height, ways.indexOf(result.way()));
        x += BAR;
    }

    private void rectangle(int left, int top, int width, int height, int way) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                left,
                top,
                width,
                height,
                COLOURS.get(way % COLOURS.size())));
    }

    private void text(int left, int top, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", left, top, anchor, words));
    }
}
