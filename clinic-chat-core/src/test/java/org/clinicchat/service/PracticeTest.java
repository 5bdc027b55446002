package org.clinicchat.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PracticeTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Practice PRACTICE = Practice.of(PractitionerId.of("d1"), START);

    @Test
    @Tag("CARE-2")
    void theServiceIsOffUntilItIsActivated() {
        assertThat(PRACTICE.service()).isEqualTo(new ChatService(false, START));
    }

    @Test
    @Tag("SUB-1")
    void aNewPracticeIsOpenToNobodyElseAndRepliesNothing() {
        assertThat(PRACTICE.substitutes()).isEqualTo(SubstituteAccess.OFF);
        assertThat(PRACTICE.autoReply()).isEqualTo(AutoReply.NONE);
        assertThat(PRACTICE.version()).isEqualTo(1);
    }

    @Test
    @Tag("CARE-2")
    void switchingTheServiceToWhatItIsKeepsItsTime() {
        Instant later = START.plusSeconds(1);
        ChatService off = PRACTICE.service();
        ChatService on = off.switched(true, later);

        assertThat(off.switched(false, later)).isSameAs(off);
        assertThat(on).isEqualTo(new ChatService(true, later));
        assertThat(on.switched(true, later.plusSeconds(1))).isSameAs(on);
        assertThat(on.switched(false, later.plusSeconds(1))).isEqualTo(new ChatService(false, later.plusSeconds(1)));
    }

    @Test
    @Tag("SUB-5")
    void everyChangeIsTheNextVersionAndTouchesNothingElse() {
        ChatService service = new ChatService(true, START);
        AutoReply reply = AutoReply.NONE.saying("Back soon");
        SubstituteAccess access = new SubstituteAccess(true, Optional.empty(), Optional.empty());
        PractitionerId owner = PRACTICE.practitioner();

        Practice all = PRACTICE.with(service).with(reply).with(access);

        assertThat(all).isEqualTo(new Practice(owner, 4, service, reply, access));
        assertThat(PRACTICE.with(service).version()).isEqualTo(2);
        assertThat(all.moved()).isEqualTo(new Practice(owner, 5, service, reply, access));
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        assertThat(PRACTICE.with(new ChatService(false, START))).isSameAs(PRACTICE);
        assertThat(PRACTICE.with(AutoReply.NONE.saying(""))).isSameAs(PRACTICE);
        assertThat(PRACTICE.with(new SubstituteAccess(false, Optional.empty(), Optional.empty())))
                .isSameAs(PRACTICE);
        assertThat(PRACTICE).hasToString("Practice[version 1]");
    }
}
