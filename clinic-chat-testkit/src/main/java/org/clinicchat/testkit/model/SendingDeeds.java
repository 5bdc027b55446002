package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** Sending, sending again, retracting. */
final class SendingDeeds {

    private static final List<String> HOSTILE = List.of(
            "",
            " \n\u200B\u00A0",
            "x".repeat(41),
            "\uD83D\uDE00".repeat(41),
            "bell \u0007",
            "a\tb",
            "half \uD83D",
            "\uDE00 half",
            "\u0085 next line",
            "\u0000");

    private SendingDeeds() {}

    static Command send(History history, Step step) {
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        return send(history, actor, where, draft(history, actor, where, step));
    }

    /** The same again, the same id with another content, or the same elsewhere or by another. */
    static Command sendAgain(History history, Step step) {
        Optional<History.Sent> earlier = Picks.pickIfAny(history.sent, step.first());
        if (earlier.isEmpty()) {
            return send(history, step);
        }
        Actor actor = earlier.get().actor();
        Where where = earlier.get().where();
        Draft draft = earlier.get().draft();
        return switch (step.second() % 8) {
            case 0 -> send(history, actor, where, with(draft, draft.patient(), step.text()));
            case 1 -> send(history, actor, where, draft.attaching(AttachmentRef.of("another-file")));
            case 2 -> send(history, actor, where, with(draft, Picks.pick(Cast.PATIENTS, step.where()), draft.text()));
            case 3 -> send(history, actor, Picks.where(history, actor, step), draft);
            case 4 -> send(history, Picks.actor(step), where(Picks.actor(step), where), draft);
            case 5 -> send(history, actor, where, draft.expectingHead(MessageSeq.of(step.first())));
            default -> send(history, actor, where, draft);
        };
    }

    static Command notice(History history, Step step) {
        ClinicId clinic = Picks.clinic(step);
        PractitionerId owner = Picks.pick(Cast.PRACTITIONERS, step.where() % 3);
        PatientId patient = Picks.pick(Cast.PATIENTS, step.first());
        return step.second() % 4 == 3
                ? retractNotice(history, clinic, new Where.Between(owner, patient), step)
                : notice(history, clinic, new Where.Between(owner, patient), step);
    }

    private static Command retractNotice(History history, ClinicId clinic, Where.Between pair, Step step) {
        Actor host = Actor.host(clinic);
        MessageId notice = Picks.message(history, host, pair, step.first());
        return Command.in(
                clinic,
                Picks.words(host, "takes back " + notice.value(), pair),
                chat -> chat.host(clinic).retractNotice(pair.practitioner(), pair.patient(), notice));
    }

    private static Command notice(History history, ClinicId clinic, Where.Between pair, Step step) {
        Actor host = Actor.host(clinic);
        PractitionerId owner = pair.practitioner();
        PatientId patient = pair.patient();
        Draft draft = draft(history, host, new Where.Between(owner, patient), step);
        Draft meant = with(draft, patient, draft.text());
        return Command.in(
                clinic,
                Words.who(host) + " puts a notice to " + owner.value() + " and " + patient.value() + ": "
                        + Words.of(meant),
                chat -> chat.host(clinic).notice(owner, meant));
    }

    static Command retract(History history, Step step) {
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        MessageId message = Picks.message(history, actor, where, step.first());
        return Command.in(
                actor.clinic(),
                Picks.words(actor, "retracts " + message.value(), where),
                chat -> chat.conversation(actor, where).retract(message));
    }

    private static Command send(History history, Actor actor, Where where, Draft draft) {
        return new Command(
                Optional.of(actor.clinic()),
                Picks.words(actor, "sends " + Words.of(draft), where),
                () -> history.sent.add(new History.Sent(actor, where, draft)),
                chat -> chat.conversation(actor, where).send(draft));
    }

    /** Another actor's way to the conversation: his own, where it was named by its people. */
    private static Where where(Actor actor, Where where) {
        return where instanceof Where.Known ? where : Picks.between(actor, 0);
    }

    private static Draft draft(History history, Actor actor, Where where, Step step) {
        int number = step.first();
        Draft draft = Draft.of(
                number % 37 == 36 ? ClientMessageId.of("no/id") : ClientMessageId.of("k" + history.sent.size()),
                patient(history, actor, where, step),
                number % 11 == 10 ? Picks.pick(HOSTILE, number / 11) : step.text());
        return headed(attached(draft, step.second()), Picks.head(history, actor, where), step.second());
    }

    private static PatientId patient(History history, Actor actor, Where where, Step step) {
        boolean wrong = step.first() % 17 == 16;
        return wrong
                ? Picks.pick(Cast.PATIENTS, step.second())
                : history.model
                        .clinic(actor.clinic())
                        .resolve(where)
                        .map(Where.Between::patient)
                        .orElse(Cast.ANNA);
    }

    private static Draft attached(Draft draft, int number) {
        int files = number % 6 == 5 ? number % 4 : 0;
        List<AttachmentRef> refs = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            refs.add(AttachmentRef.of(number % 31 == 30 ? "no/file" : "file-" + i));
        }
        return draft.attaching(refs.toArray(AttachmentRef[]::new));
    }

    private static Draft headed(Draft draft, long head, int number) {
        return switch (number % 12) {
            case 5 -> draft.expectingHead(MessageSeq.of(head));
            case 6 -> draft.expectingHead(MessageSeq.of(Picks.place(head, number / 9)));
            case 7 -> draft.seenUpTo(MessageSeq.of(Picks.place(head, number / 9)));
            case 8 -> draft.expectingHead(MessageSeq.of(head)).seenUpTo(MessageSeq.of(head));
            default -> draft;
        };
    }

    private static Draft with(Draft draft, PatientId patient, String text) {
        return new Draft(draft.clientId(), patient, text, draft.attachments(), draft.expectedHead(), draft.seenUpTo());
    }
}
