package org.clinicchat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Tally;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CareAuditTest {
    private static final ClinicId CLINIC = ClinicId.of("north");
    private static final PractitionerId OWNER = PractitionerId.of("d1");
    private static final PatientId PATIENT = PatientId.of("p1");
    private static final ConversationId CHAT = ConversationId.of("c1");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor SUBSTITUTE = Actor.substitute(CLINIC, PractitionerId.of("d2"), OWNER);
    private static final Message MESSAGE = new Message(
            MessageId.of("m1"),
            CHAT,
            MessageSeq.of(1),
            NOW,
            Authorship.of(SUBSTITUTE),
            MessageKind.HUMAN,
            "Hello",
            List.of(),
            Optional.empty());

    @Test
    @Tag("SAFE-3")
    void everyChangeIsAuditedAndAMessageIsItsOwnRecord() {
        List<Change> changes = List.of(
                new Change.ConversationStarted(CHAT, new ConversationKey(CLINIC, OWNER, PATIENT), NOW),
                new Change.SeenUpTo(SUBSTITUTE.self(), 0),
                new Change.MessageAppended(1, MESSAGE, new Tally(1, 0), Optional.of(ClientMessageId.of("k"))),
                new Change.AutoReplyDelivered(AutoReply.NONE.delivery()),
                new Change.MessageRetracted(2, MESSAGE, Optional.empty(), Optional.empty()),
                new Change.AvailabilityChanged(3, state(Availability.DISABLED)),
                new Change.AvailabilityChanged(4, state(Availability.ENABLED)));

        assertThat(CareAudit.of(SUBSTITUTE, CHAT, changes, NOW))
                .isEqualTo(List.of(
                        record(AuditAction.CONVERSATION_STARTED),
                        record(AuditAction.MESSAGE_RETRACTED),
                        record(AuditAction.CHAT_DISABLED),
                        record(AuditAction.CHAT_ENABLED)));
    }

    private static AvailabilityState state(Availability availability) {
        return new AvailabilityState(availability, NOW, Optional.of(SUBSTITUTE.self()), Optional.of("Rude"));
    }

    private static AuditRecord record(AuditAction action) {
        return new AuditRecord(CLINIC, action, Authorship.of(SUBSTITUTE), Optional.empty(), Optional.of(CHAT), NOW, 1);
    }

    @Test
    @Tag("SAFE-3")
    void aRecordHasActorAndOwnerRuleAndTime() {
        AuditRecord record = AuditRecord.of(AuditAction.CHAT_DISABLED, SUBSTITUTE, Optional.of(CHAT), NOW);

        assertThat(record).isEqualTo(record(AuditAction.CHAT_DISABLED));
        assertThat(record.rule()).isEqualTo("DIS-5");
    }

    @Test
    @Tag("SAFE-3")
    void aRefusalsRecordHasTheRuleThatSaidNo() {
        AuditRecord record = AuditRecord.refused(RefusalCode.CHAT_DISABLED, SUBSTITUTE, Optional.empty(), NOW);

        assertThat(record)
                .isEqualTo(new AuditRecord(
                        CLINIC,
                        AuditAction.REFUSED,
                        Authorship.of(SUBSTITUTE),
                        Optional.of(RefusalCode.CHAT_DISABLED),
                        Optional.empty(),
                        NOW,
                        1));
        assertThat(record.rule()).isEqualTo("DIS-2");
    }

    @Test
    @Tag("SAFE-3")
    void aRecordSaysWhomItIsAboutAndHowOften() {
        AuditRecord record = record(AuditAction.CHAT_DISABLED);
        List<PersonRef> people = List.of(SUBSTITUTE.self());
        WorkGroupId group = WorkGroupId.of("night");

        AuditRecord told = record.about(people).about(group).onceMore();

        assertThat(told.about()).isEqualTo(people);
        assertThat(told.group()).contains(group);
        assertThat(told.count()).isEqualTo(2);
        assertThat(told.about(List.of()))
                .isEqualTo(record.about(group).onceMore())
                .isNotEqualTo(record);
    }

    @Test
    @Tag("SAFE-5")
    void aRecordNamesNobody() {
        AuditRecord record = AuditRecord.of(AuditAction.CHAT_DISABLED, SUBSTITUTE, Optional.of(CHAT), NOW);

        assertThat(record).hasToString("AuditRecord[CHAT_DISABLED, DIS-5, 2026-03-02T09:00:00Z, 1 times]");
    }

    @Test
    @Tag("SAFE-3")
    void everyActionNamesARule() {
        assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::rule))
                .allMatch(rule -> rule.matches("[A-Z]+-[0-9]+"));
    }
}
