package org.clinicchat.testkit.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;

/** What has happened in one history. */
final class Seen {

    private final History history;
    private final Map<String, Integer> counts = new HashMap<>();
    private int looked;

    Seen(History history) {
        this.history = history;
    }

    /** Who has marked something as unread. */
    Set<String> marked() {
        return Cast.ONLOOKERS.stream().filter(this::hasMarked).map(Words::who).collect(Collectors.toSet());
    }

    /** Looks at the answers since the last look; before them, these had marked something as unread. */
    void look(Set<String> marked) {
        List<History.Answered> all = history.answered;
        for (History.Answered answered : all.subList(looked, all.size())) {
            look(answered.command().words(), answered.answer(), marked);
        }
        looked = all.size();
        count("news withheld from who may not see it", history.model.live.withholds());
    }

    /** What has happened, and what can be seen at the end alone; "ten" of it if it was ten times. */
    Set<String> atTheEnd(CareSettings settings) {
        history.news.forEach(news -> count("ten news told live", true));
        for (ClinicId clinic : List.of(Cast.SAN_MARCO, Cast.SAN_LUCA)) {
            history.model.clinic(clinic).conversations.forEach(conversation -> look(conversation, settings));
            history.model.clinic(clinic).audit.entries(0, 10_000).stream()
                    .flatMap(entry -> entry.record().refusal().stream())
                    .forEach(code -> count("refused: " + code, true));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= (entry.getKey().startsWith("ten ") ? 10 : 1))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void look(ModelConversation conversation, CareSettings settings) {
        count("a conversation of ten messages", conversation.head() >= 10);
        count("a second reply " + settings.autoReply(), conversation.delivered.size() > 1);
        for (Message message : conversation.log) {
            boolean human = message.kind() == MessageKind.HUMAN;
            count("ten accepted sends", human);
            count(
                    "a substitute's message",
                    human && message.authorship().onBehalfOf().isPresent());
            count("a message in the other clinic", human && conversation.clinic.id.equals(Cast.SAN_LUCA));
            count("a retraction", message.isRetracted());
        }
        boolean again = false;
        for (ConversationEvent event : conversation.events(false)) {
            again = event instanceof ConversationEvent.Switched switched
                    ? switched.state().availability() == Availability.ENABLED
                    : again;
            count("a message after a disabling has ended", again && event instanceof ConversationEvent.Arrived);
        }
    }

    private void look(String words, Object answer, Set<String> marked) {
        Object value = answer instanceof Outcome<?> outcome
                ? outcome.<Object>fold(accepted -> accepted, refusal -> refusal)
                : answer;
        lookAtTicket(words, value, marked);
        if (value instanceof InboxPage page) {
            count("a page of a list that has a next", page.next().isPresent());
            count(
                    "a page of a list that was turned",
                    words.contains("cursor-") && !page.rows().isEmpty());
        }
        count(
                "a page of a patient's list that has a next",
                value instanceof PatientInboxPage page && page.next().isPresent());
        count(
                "an opening that leaves something unread",
                value instanceof ConversationPage page && page.ticket().isPresent() && page.hasLater());
    }

    private void lookAtTicket(String words, Object value, Set<String> marked) {
        boolean ticketed = words.contains(" marks read ") && words.contains("ticket-");
        String who = words.split(" marks read ", 2)[0];
        boolean accepted = value.equals(Allowed.YES);
        count("a mark-read from a view", ticketed && accepted);
        count("a ticket refused", ticketed && !accepted);
        count(
                "a mark that a mark-read from a view left",
                ticketed && accepted && marked.contains(who) && marked().contains(who));
        count(
                "a mark that a mark-read from a view cleared",
                ticketed && accepted && marked.contains(who) && !marked().contains(who));
        count(
                "a mark that an opening cleared",
                words.startsWith(who)
                        && words.contains(" opens with ")
                        && marked.stream().anyMatch(one -> words.startsWith(one) && !marked().contains(one)));
    }

    private boolean hasMarked(Actor actor) {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        return clinic.conversations.stream()
                .anyMatch(conversation ->
                        conversation.reading(clinic.reader(actor)).isMarked());
    }

    private void count(String what, boolean happened) {
        counts.merge(what, happened ? 1 : 0, Integer::sum);
    }
}
