package org.clinicchat.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Refusal REFUSAL =
            Refusal.of(RefusalCode.CHAT_DISABLED, new RefusalDetail.Since(Instant.EPOCH));
    private static final Outcome<String> YES = Outcome.accepted("yes");
    private static final Outcome<String> NO = Outcome.refused(REFUSAL);

    @Test
    void foldGivesTheOneOrTheOther() {
        assertThat(YES.<String>fold(value -> value + "!", refusal -> "?")).isEqualTo("yes!");
        assertThat(NO.<Object>fold(value -> value + "!", refusal -> refusal)).isEqualTo(REFUSAL);
    }

    @Test
    void anOutcomeSaysWhatItIs() {
        assertThat(YES.isAccepted()).isTrue();
        assertThat(YES.whyNot()).isEmpty();
        assertThat(YES.toOptional()).contains("yes");
        assertThat(NO.isAccepted()).isFalse();
        assertThat(NO.whyNot()).contains(REFUSAL);
        assertThat(NO.toOptional()).isEmpty();
    }

    @Test
    void orThrowThrowsTheRefusalWithItsRule() {
        assertThat(YES.orThrow()).isEqualTo("yes");
        assertThatThrownBy(NO::orThrow)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        thrown -> assertThat(thrown.refusal()).isEqualTo(REFUSAL))
                .hasMessage("CHAT_DISABLED (DIS-2): The chat is switched off for this conversation.");
    }

    /** It would come back without its refusal. */
    @Test
    void aThrownRefusalIsNotSerialised() {
        assertThatThrownBy(() ->
                        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(new RefusedException(REFUSAL)))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void mappingChangesWhatWasAcceptedAndKeepsARefusal() {
        assertThat(YES.map(String::length)).isEqualTo(Outcome.accepted(3));
        assertThat(NO.map(String::length)).isEqualTo(Outcome.refused(REFUSAL));
        assertThat(YES.flatMap(value -> NO)).isEqualTo(NO);
        assertThat(NO.flatMap(value -> YES)).isEqualTo(NO);
    }

    @Test
    void onlyTheOneThatAppliesIsCalled() {
        List<Object> called = new ArrayList<>();

        assertThat(YES.ifAccepted(called::add).ifRefused(called::add)).isSameAs(YES);
        assertThat(NO.ifAccepted(called::add).ifRefused(called::add)).isSameAs(NO);

        assertThat(called).containsExactly("yes", REFUSAL);
    }

    @Test
    void neitherAcceptsNothing() {
        assertThatThrownBy(() -> Outcome.accepted(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Outcome.refused(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void yesIsAccepted() {
        assertThat(Allowed.yes()).isEqualTo(Outcome.accepted(Allowed.YES));
    }

    @Test
    void aDetailIsGivenByItsType() {
        assertThat(REFUSAL.detail(RefusalDetail.Since.class)).contains(new RefusalDetail.Since(Instant.EPOCH));
        assertThat(REFUSAL.detail(RefusalDetail.Limit.class)).isEmpty();
        assertThat(Refusal.of(RefusalCode.NOT_FOUND).detail()).isEmpty();
    }

    @Test
    @Tag("SAFE-6")
    void everyReasonNamesItsRule() {
        assertThat(Arrays.stream(RefusalCode.values()).map(RefusalCode::rule))
                .allMatch(rule -> rule.matches("[A-Z]+-[0-9]+"));
        assertThat(REFUSAL.rule()).isEqualTo("DIS-2");
    }
}
