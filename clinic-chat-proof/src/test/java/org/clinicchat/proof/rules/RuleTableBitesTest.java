package org.clinicchat.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.clinicchat.proof.Java;
import org.junit.jupiter.api.Test;

/** The table finds what it is there to find: small houses with one thing wrong in each. */
class RuleTableBitesTest {

    private static final String RULES = """
            # what stands here is not read
            CARE-1 one thing
                switch: Settings.one
                later: the other half
            CARE-2 later: another thing
            """;

    private static final String CODE = "class Send { @Enforces({\"CARE-1\"}) void send() {} }";
    private static final String TEST = "class SendTest { @Test @Tag(\"CARE-1\") void sends() {} }";

    @Test
    void aHouseInOrderHasNoProblem() {
        assertThat(table(CODE, TEST, "CARE-1").problems()).isEmpty();
    }

    @Test
    void aRuleWithoutCodeIsFound() {
        assertThat(table("class Send {}", TEST, "CARE-1").problems()).containsExactly("CARE-1 is enforced nowhere");
    }

    @Test
    void aRuleWithoutTestIsFound() {
        assertThat(table(CODE, "class SendTest {}", "CARE-1").problems()).containsExactly("CARE-1 is proven nowhere");
    }

    @Test
    void unknownIdsAreFound() {
        String code = CODE + "@Enforces({\"CARE-1\", \"CARE-8\"}) class More {}";
        String test = TEST + "class MoreTest { @Property @net.jqwik.api.Tag(\"CARE-9\") void more() {} }";
        assertThat(table(code, test, "CARE-7").problems())
                .containsExactly(
                        "More names CARE-8, which is no rule",
                        "MoreTest.more names CARE-9, which is no rule",
                        "RefusalCode.NO names CARE-7, which is no rule");
    }

    @Test
    void aTagAtWhatIsNoTestIsFound() {
        String test = TEST + "@Tag(\"CARE-1\") class More { @Tag(\"CARE-1\") void more() {} }";
        assertThat(table(CODE, test, "CARE-1").problems())
                .containsExactly("More is tagged CARE-1 and is no test", "More.more is tagged CARE-1 and is no test");
    }

    @Test
    void aPublishedTestWithoutATagIsFound() {
        String test = TEST + "interface MoreContract { @Test default void more() {} }";
        assertThat(table(CODE, test, "CARE-1").problems())
                .containsExactly("MoreContract.more is published and tagged with no rule");
    }

    @Test
    void tagsInTagsAndInNestedTypesCount() {
        String test = "class A { class B { @Tags({@Tag(\"CARE-1\"), @Tag(\"CARE-2\")}) @Test void c() {} } }";
        assertThat(mentions(test, "Tag")).extracting(Mention::rule).containsExactly("CARE-1", "CARE-2");
        assertThat(mentions(test, "Tag")).extracting(Mention::where).containsOnly("A.B.c");
    }

    @Test
    void thePageNamesAllOfIt() {
        assertThat(table(CODE, TEST, "CARE-1").page())
                .contains("| CARE-1 | one thing | [Send](../Source.java): send | [SendTest](../Source.java): sends "
                        + "| `NO` | `Settings.one` | the other half |")
                .contains("| CARE-2 | *another thing* |  |  |  |  |  |");
    }

    @Test
    void aLineThatIsNotUnderstoodIsFound() {
        assertThatThrownBy(() -> Rulebook.read("CARE-1 one thing\n    swich: Settings.one"))
                .hasMessageContaining("swich");
    }

    @Test
    void theRulesAreNumberedWithoutAGap() {
        Rule before = null;
        for (Rule rule : Rulebook.ours().values()) {
            boolean isFirst = before == null || !before.group().equals(rule.group());
            assertThat(rule.number()).as(rule.id()).isEqualTo(isFirst ? 1 : before.number() + 1);
            before = rule;
        }
    }

    private static RuleTable table(String code, String test, String refused) {
        return new RuleTable(
                Rulebook.read(RULES),
                mentions(code, "Enforces"),
                mentions(test, "Tag"),
                Mentions.silentTests(Java.parse(Java.source("Source.java", test)), "Tag"),
                Map.of("NO", refused));
    }

    private static List<Mention> mentions(String source, String annotation) {
        return Mentions.in(Java.parse(Java.source("Source.java", source)), annotation, name -> name.substring(1));
    }
}
