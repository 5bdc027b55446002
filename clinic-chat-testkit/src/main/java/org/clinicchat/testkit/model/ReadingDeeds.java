package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.Actor;

/** Opening, looking, marking, and switching a chat off and on. */
final class ReadingDeeds {

    private static final List<String> FORGED =
            List.of("", ".", "0.", "0.AAAAAAAAAAAA", "99999999999999999999.x", "\u00e8");
    private static final List<String> REASONS =
            List.of("on holiday", "", "two\nlines", "x".repeat(500), "x".repeat(501), "bell \u0007", "half \uD83D");

    private ReadingDeeds() {}

    static Command open(History history, Step step) {
        int limit = 1 + step.first() % 5;
        return talk(history, step, "opens with at most " + limit, talk -> talk.open(limit));
    }

    static Command page(History history, Step step) {
        int limit = 1 + step.first() % 5;
        Actor actor = Picks.actor(step);
        MessageSeq place = MessageSeq.of(
                Picks.place(Picks.head(history, actor, Picks.where(history, actor, step)), step.second() / 4));
        return switch (step.second() % 4) {
            case 0 -> talk(history, step, "peeks at " + limit, talk -> talk.peek(limit));
            case 1 -> talk(history, step, "reads the latest " + limit, talk -> talk.latest(limit));
            case 2 -> talk(history, step, "reads " + limit + " after " + place, talk -> talk.after(place, limit));
            default -> talk(history, step, "reads " + limit + " before " + place, talk -> talk.before(place, limit));
        };
    }

    static Command markRead(History history, Step step) {
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        MessageSeq upTo = MessageSeq.of(Picks.place(Picks.head(history, actor, where), step.first()));
        Optional<ReadTicket> ticket = ticket(history, step.second());
        return talk(
                history,
                step,
                "marks read up to " + upTo + " with " + Words.of(ticket),
                talk -> talk.markRead(ticket, upTo));
    }

    static Command markUnread(History history, Step step) {
        return talk(history, step, "marks unread", ConversationCalls::markUnread);
    }

    static Command resume(History history, Step step) {
        Revision after = Revision.of(step.second() % 13 == 12 ? Long.MAX_VALUE : step.second() % 13);
        int limit = 1 + step.first() % 5;
        return talk(history, step, "resumes " + limit + " after " + after, talk -> talk.resume(after, limit));
    }

    static Command may(History history, Step step) {
        return switch (step.first() % 3) {
            case 0 -> talk(history, step, "asks canView", ConversationCalls::canView);
            case 1 -> talk(history, step, "asks canSend", ConversationCalls::canSend);
            default -> talk(history, step, "asks canAttach", ConversationCalls::canAttach);
        };
    }

    static Command switchTo(History history, Step step) {
        Actor actor =
                step.second() % 3 == 2 ? Picks.practiceActor(step) : Actor.practitioner(Picks.clinic(step), Cast.ROSSI);
        Where where = Picks.where(history, actor, step);
        boolean off = step.first() % 5 < 3;
        Optional<String> reason =
                step.second() % 2 == 0 ? Optional.empty() : Optional.of(Picks.pick(REASONS, step.second() / 2));
        return Command.in(
                actor.clinic(),
                Picks.words(actor, (off ? "disables for " : "enables for ") + Words.of(reason), where),
                chat -> off
                        ? chat.conversation(actor, where).disable(reason)
                        : chat.conversation(actor, where).enable(reason));
    }

    private static Optional<ReadTicket> ticket(History history, int number) {
        if (number % 5 == 4) {
            return Optional.empty();
        }
        return number % 11 == 10
                ? Optional.of(ReadTicket.of(Picks.pick(FORGED, number / 11)))
                : Picks.pickIfAny(history.tickets, number / 5);
    }

    private static Command talk(History history, Step step, String deed, Function<ConversationCalls, Object> call) {
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        return Command.in(
                actor.clinic(), Picks.words(actor, deed, where), chat -> call.apply(chat.conversation(actor, where)));
    }
}
