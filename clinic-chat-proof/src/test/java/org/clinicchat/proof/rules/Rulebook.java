package org.clinicchat.proof.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of all rules, read from {@code rulebook.txt}, which says at its top how it is written. */
final class Rulebook {

    private Rulebook() {}

    static Map<String, Rule> ours() {
        try (InputStream file = Rulebook.class.getResourceAsStream("rulebook.txt")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules by their ids, in the order of the text. */
    static Map<String, Rule> read(String text) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Rule last = null;
        for (String line : text.lines().filter(Rulebook::saysSomething).toList()) {
            last = line.startsWith(" ") ? with(last, line.strip()) : rule(line);
            rules.put(last.id(), last);
        }
        return rules;
    }

    private static boolean saysSomething(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static Rule rule(String line) {
        String id = word(line);
        String asks = rest(line);
        boolean isLater = word(asks).equals("later:");
        return new Rule(id, isLater, isLater ? rest(asks) : asks, List.of(), List.of());
    }

    private static Rule with(Rule rule, String line) {
        return switch (word(line)) {
            case "switch:" ->
                new Rule(rule.id(), rule.isLater(), rule.asks(), plus(rule.switches(), rest(line)), rule.later());
            case "later:" ->
                new Rule(rule.id(), rule.isLater(), rule.asks(), rule.switches(), plus(rule.later(), rest(line)));
            default -> throw new IllegalArgumentException("neither switch: nor later: " + line);
        };
    }

    private static List<String> plus(List<String> some, String more) {
        List<String> all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    private static String word(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String rest(String line) {
        return line.substring(line.indexOf(' ')).strip();
    }
}
