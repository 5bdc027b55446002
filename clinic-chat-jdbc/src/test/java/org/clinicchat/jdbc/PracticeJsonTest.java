package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings as they stand in databases: no later version of the library may read them differently. */
class PracticeJsonTest {

    private static final PractitionerId ROSSI = PractitionerId.of("dr-rossi");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:41:00.000001Z");

    private static final String FULL = "{\"v\":1,"
            + "\"service\":{\"active\":true,\"since\":\"2026-03-02T09:41:00.000001Z\"},"
            + "\"reply\":{\"active\":true,\"text\":\"Torno\\nlunedì 😀\",\"activation\":2,\"round\":1},"
            + "\"substitutes\":{\"visible\":true,\"from\":\"-0001-01-01T00:00:00Z\","
            + "\"until\":\"+1000000000-12-31T23:59:59.999999999Z\"}}";

    private static final String BARE = "{\"v\":1,"
            + "\"service\":{\"active\":false,\"since\":\"2026-03-02T09:41:00.000001Z\"},"
            + "\"reply\":{\"active\":false,\"text\":\"\",\"activation\":0,\"round\":0},"
            + "\"substitutes\":{\"visible\":false}}";

    @Test
    @Tag("AUTO-4")
    @Tag("SUB-1")
    void versionOneIsReadAndWrittenAsItStands() {
        Practice full = new Practice(
                ROSSI,
                7,
                new ChatService(true, MONDAY),
                new AutoReply(true, "Torno\nlunedì 😀", 2, 1),
                new SubstituteAccess(
                        true, Optional.of(Instant.parse("-0001-01-01T00:00:00Z")), Optional.of(Instant.MAX)));
        assertThat(PracticeJson.read(FULL, ROSSI, 7)).isEqualTo(full);
        assertThat(PracticeJson.write(full)).isEqualTo(FULL);

        assertThat(PracticeJson.read(BARE, ROSSI, 1)).isEqualTo(Practice.of(ROSSI, MONDAY));
        assertThat(PracticeJson.write(Practice.of(ROSSI, MONDAY))).isEqualTo(BARE);
    }

    @Test
    void aFieldThatTheVersionDoesNotHaveIsPassedOver() {
        String more = BARE.replace("{\"v\":1,", "{\"v\":1,\"colour\":{\"of\":\"the day\"},")
                .replace("\"visible\":false", "\"visible\":false,\"shade\":3");
        assertThat(more).contains("colour").contains("shade");
        assertThat(PracticeJson.read(more, ROSSI, 1)).isEqualTo(Practice.of(ROSSI, MONDAY));
    }

    @Test
    void withoutAVersionNothingIsRead() {
        assertThatThrownBy(() -> PracticeJson.read(BARE.replace("\"v\":1,", ""), ROSSI, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("written in version 0");
    }

    @Test
    void aLaterVersionIsNotGuessedAt() {
        String later = FULL.replace("\"v\":1", "\"v\":2");
        assertThatThrownBy(() -> PracticeJson.read(later, ROSSI, 7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("Use the library's version that wrote them, or a later one")
                .hasMessageNotContaining("Torno");
    }

    @Test
    @Tag("SAFE-5")
    void whatIsNoJsonIsNotQuoted() {
        assertThatThrownBy(() -> PracticeJson.read("{\"v\":1,\"reply\":Torno", ROSSI, 7))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("Torno");
    }
}
