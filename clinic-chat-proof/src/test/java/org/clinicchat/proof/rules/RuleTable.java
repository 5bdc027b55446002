package org.clinicchat.proof.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which code enforces each rule, which tests prove it, and which refusals name it.
 *
 * @param rules all rules by id, in the rulebook's order
 * @param enforcing where {@code @Enforces} stands
 * @param proving where {@code @Tag} stands
 * @param silent the published tests that name no rule
 * @param codes the rule that each refusal code names
 */
record RuleTable(
        Map<String, Rule> rules,
        List<Mention> enforcing,
        List<Mention> proving,
        List<String> silent,
        Map<String, String> codes) {

    private static final String HEADER = """
            # The rules, their code and their proofs

            Made from the code by `mvn -q -Prules`; the build fails when this page and the code differ. What is enforced
            comes from `@Enforces`, what is proven from `@Tag` at the tests, the answers from `RefusalCode`. Rules in
            *italics* belong to a later release.
            """;

    /** What is wrong with the house; nothing, if every rule in scope is enforced and proven. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Stream.concat(enforcing.stream(), proving.stream())
                .filter(mention -> !rules.containsKey(mention.rule()))
                .map(mention -> mention.where() + " names " + mention.rule() + ", which is no rule")
                .forEach(problems::add);
        codes.forEach((code, rule) -> {
            if (!rules.containsKey(rule)) {
                problems.add("RefusalCode." + code + " names " + rule + ", which is no rule");
            }
        });
        proving.stream()
                .filter(mention -> !mention.isTest())
                .map(mention -> mention.where() + " is tagged " + mention.rule() + " and is no test")
                .forEach(problems::add);
        silent.forEach(test -> problems.add(test + " is published and tagged with no rule"));
        rules.values().stream().filter(rule -> !rule.isLater()).forEach(rule -> {
            if (of(rule, enforcing).isEmpty()) {
                problems.add(rule.id() + " is enforced nowhere");
            }
            if (of(rule, proving).isEmpty()) {
                problems.add(rule.id() + " is proven nowhere");
            }
        });
        return problems;
    }

    /** The page {@code docs/rules.md}. */
    String page() {
        StringBuilder page = new StringBuilder(HEADER);
        Map<String, List<Rule>> groups = new LinkedHashMap<>();
        rules.values()
                .forEach(rule -> groups.computeIfAbsent(rule.group(), group -> new ArrayList<>())
                        .add(rule));
        groups.forEach((group, members) -> {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| rule | asks | enforced by | proven by | refusals | switch | later |\n");
            page.append("|---|---|---|---|---|---|---|\n");
            members.forEach(rule -> page.append(row(rule)));
        });
        return page.toString();
    }

    private String row(Rule rule) {
        String asks = rule.isLater() ? "*" + rule.asks() + "*" : rule.asks();
        String refusals = codes.entrySet().stream()
                .filter(code -> code.getValue().equals(rule.id()))
                .map(code -> "`" + code.getKey() + "`")
                .collect(joining("<br>"));
        String switches = rule.switches().stream().map(name -> "`" + name + "`").collect(joining("<br>"));
        return "| " + rule.id() + " | " + asks + " | " + places(of(rule, enforcing)) + " | "
                + places(of(rule, proving)) + " | " + refusals + " | " + switches + " | "
                + String.join("<br>", rule.later()) + " |\n";
    }

    /** A link for each type, followed by its members. */
    private static String places(List<Mention> mentions) {
        Map<String, TreeSet<String>> members = new TreeMap<>();
        for (Mention mention : mentions) {
            String link = "[" + mention.type() + "](../" + mention.file() + ")";
            TreeSet<String> names = members.computeIfAbsent(link, each -> new TreeSet<>());
            if (!mention.member().isEmpty()) {
                names.add(mention.member());
            }
        }
        return members.entrySet().stream()
                .map(each -> each.getValue().isEmpty()
                        ? each.getKey()
                        : each.getKey() + ": " + String.join(", ", each.getValue()))
                .collect(joining("<br>"));
    }

    private static List<Mention> of(Rule rule, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.rule().equals(rule.id()))
                .toList();
    }
}
