package org.clinicchat.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.proof.Java;
import org.clinicchat.proof.Project;
import org.clinicchat.session.chat.SessionSettings;
import org.junit.jupiter.api.Test;

/** Every rule in scope is enforced and proven, and {@code docs/rules.md} says by what. */
class RuleTableTest {

    private static final Path PAGE = Project.ROOT.resolve("docs/rules.md");

    @Test
    void everyRuleInScopeIsEnforcedAndProven() {
        assertThat(ours().problems()).isEmpty();
    }

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = ours().page();
        if (Boolean.getBoolean("rules.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        String told = Project.text(PAGE).orElseThrow();
        assertThat(page.lines().filter(line -> !told.contains(line)))
                .as("docs/rules.md lacks these lines; `mvn -q -Prules` makes it anew from the code")
                .isEmpty();
        assertThat(told.equals(page))
                .as("docs/rules.md has more than the code says; `mvn -q -Prules` makes it anew")
                .isTrue();
    }

    @Test
    void everySettingIsTheSwitchOfARule() {
        Stream<String> settings = Stream.of(CareSettings.class, MessageLimits.class, SessionSettings.class)
                .flatMap(RuleTableTest::components)
                .filter(name -> !name.equals("CareSettings.limits"));
        List<String> switches = Rulebook.ours().values().stream()
                .flatMap(rule -> rule.switches().stream())
                .toList();
        assertThat(switches).containsExactlyInAnyOrderElementsOf(settings.toList());
    }

    private static RuleTable ours() {
        List<Path> modules = Project.modules();
        List<Path> main = javaIn(modules, "src/main/java");
        List<Path> published = Project.files(Project.ROOT.resolve("clinic-chat-testkit/src/main/java"), ".java");
        List<Path> tests = Stream.concat(javaIn(modules, "src/test/java").stream(), published.stream())
                .toList();
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(RefusalCode.values()).forEach(code -> codes.put(code.name(), code.rule()));
        return new RuleTable(
                Rulebook.ours(),
                Mentions.in(main, "Enforces"),
                Mentions.in(tests, "Tag"),
                Mentions.silentTests(Java.parse(published), "Tag"),
                codes);
    }

    private static List<Path> javaIn(List<Path> modules, String directory) {
        return modules.stream()
                .flatMap(module -> Project.files(module.resolve(directory), ".java").stream())
                .toList();
    }

    private static Stream<String> components(Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> settings.getSimpleName() + "." + name);
    }
}
