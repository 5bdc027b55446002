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
        int limit = limit(step);
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        return new Command(
                Optional.of(actor.clinic()),
                Picks.words(actor, "opens with at most " + limit, where),
                () -> history.opens(actor, where),
                chat -> chat.conversation(actor, where).open(limit));
    }

    /** Small, so that there is more than a page. */
    private static int limit(Step step) {
        return 1 + step.first() % (step.first() % 4 == 3 ? 9 : 3);
    }

    static Command page(History history, Step step) {
        int limit = limit(step);
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

    /** Mostly by whom and where the ticket was given; at times by another, elsewhere, with a forged one, or without any. */
    static Command markRead(History history, Step step) {
        Optional<History.Given> given = Picks.pickRecent(history.tickets, step.second() / 10);
        boolean own = given.isPresent() && step.second() % 10 < 7;
        Actor actor = own ? given.get().actor() : Picks.actor(step);
        Where where = own ? given.get().where() : Picks.where(history, actor, step);
        MessageSeq upTo = MessageSeq.of(Picks.place(Picks.head(history, actor, where), step.first()));
        Optional<ReadTicket> ticket = step.second() % 10 == 9
                ? Optional.of(ReadTicket.of(Picks.pick(FORGED, step.first())))
                : given.map(History.Given::ticket).filter(any -> step.second() % 10 < 8);
        return Command.in(
                actor.clinic(),
                Picks.words(actor, "marks read up to " + upTo + " with " + Words.of(ticket), where),
                chat -> chat.conversation(actor, where).markRead(ticket, upTo));
    }

    static Command markUnread(History history, Step step) {
        return talk(history, step, "marks unread", ConversationCalls::markUnread);
    }

    static Command resume(History history, Step step) {
        Revision after = Revision.of(step.second() % 13 == 12 ? Long.MAX_VALUE : step.second() % 13);
        int limit = limit(step);
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

    private static Command talk(History history, Step step, String deed, Function<ConversationCalls, Object> call) {
        Actor actor = Picks.actor(step);
        Where where = Picks.where(history, actor, step);
        return Command.in(
                actor.clinic(), Picks.words(actor, deed, where), chat -> call.apply(chat.conversation(actor, where)));
    }
}
