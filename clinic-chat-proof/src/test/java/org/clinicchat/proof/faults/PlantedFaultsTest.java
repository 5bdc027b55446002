package org.clinicchat.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clinicchat.proof.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults do not rot: each can be planted, and every rule has one. */
class PlantedFaultsTest {

    private static final List<Fault> FAULTS = Fault.all();

    @Test
    void eachCanStillBePlanted(@TempDir Path room) {
        try (PlantedClasses classes = new PlantedClasses()) {
            List<List<Fault>> rounds = oneOfEachSource();
            for (int i = 0; i < rounds.size(); i++) {
                Path into = room.resolve("round" + i);
                classes.compile(rounds.get(i), into);
                assertThat(into).isNotEmptyDirectory();
            }
        }
    }

    /** Many at once, for a compiler that is started for each takes its time; no round has two faults of one source. */
    private static List<List<Fault>> oneOfEachSource() {
        List<List<Fault>> rounds = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>();
        for (Fault fault : FAULTS) {
            int round = used.merge(fault.source(), 1, Integer::sum);
            if (round > rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(fault);
        }
        return rounds;
    }

    @Test
    void everyRuleHasOne() throws IOException {
        Set<String> broken = FAULTS.stream().map(Fault::rule).collect(Collectors.toSet());
        assertThat(broken).containsExactlyInAnyOrderElementsOf(rules());
    }

    @Test
    void thePageHasThemAll() {
        List<String> rows = Project.text(Table.PAGE)
                .orElseThrow()
                .lines()
                .filter(line -> line.matches("\\| [A-Z]+-\\d+ \\|.*"))
                .toList();
        assertThat(rows).as("mvn -q -Pfaults writes the page anew").hasSameSizeAs(FAULTS);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).startsWith(Table.row(FAULTS.get(i))).doesNotContain("**");
        }
    }

    @Test
    void eachIsNamedAfterItsRuleAndChangesSomething() {
        for (Fault fault : FAULTS) {
            String number = fault.rule().replaceFirst("-(\\d)$", "-0$1");
            assertThat(fault.name()).startsWith(number + "-");
            assertThat(fault.slip()).as(fault.name()).isNotEqualTo(fault.old());
        }
    }

    @Test
    void whatStandsThereTwiceOrNeverIsRefused() {
        Fault fault = new Fault("a", "CARE-1", "A.java", "all", "one", "two");
        assertThat(fault.plantedIn("(one)")).isEqualTo("(two)");
        assertThatThrownBy(() -> fault.plantedIn("(one, one)")).hasMessageContaining("exactly once");
        assertThatThrownBy(() -> fault.plantedIn("(three)")).hasMessageContaining("exactly once");
    }

    @Test
    void aFileOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> Fault.read("a", "rule: CARE-1\n")).hasMessageContaining("not of the form");
    }

    private static List<String> rules() throws IOException {
        try (InputStream list =
                PlantedFaultsTest.class.getResourceAsStream("/org/clinicchat/proof/rules/rulebook.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[A-Z]+-\\d+ (?!later:).*"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
    }
}
