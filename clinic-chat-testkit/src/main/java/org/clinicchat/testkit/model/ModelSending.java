package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Attachments;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.DisableScope;
import org.clinicchat.conversation.MissedMessages;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.Role;

/** How the model sends: replay, visible, right patient, service, availability, expected head, content (SAFE-1). */
final class ModelSending {

    private static final int MOST_MISSED = 100;

    private final ModelClinic clinic;
    private final Actor actor;

    ModelSending(ModelClinic clinic, Actor actor) {
        this.clinic = clinic;
        this.actor = actor;
    }

    /** What was accepted before, and in which conversation. */
    private record Prior(ModelConversation conversation, Message message) {}

    Outcome<Receipt> send(Where where, Draft draft) {
        Optional<Where.Between> pair = clinic.resolve(where);
        if (pair.isEmpty()) {
            return clinic.audit.notFound(actor);
        }
        Optional<Prior> prior = prior(draft.clientId());
        if (prior.isPresent() && isSame(prior.get(), pair.get(), draft)) {
            return Outcome.accepted(receipt(prior.get().message()));
        }
        boolean usedThere =
                prior.isPresent() && prior.get().conversation().between.equals(pair.get());
        if (!clinic.maySee(actor, pair.get())) {
            RefusalCode code = usedThere ? RefusalCode.CLIENT_MESSAGE_ID_REUSED : RefusalCode.NOT_FOUND;
            return clinic.audit.refuse(actor, Optional.empty(), Refusal.of(code));
        }
        Optional<ModelConversation> conversation = clinic.conversation(pair.get());
        Optional<Refusal> refusal = prior.isPresent()
                ? Optional.of(Refusal.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED))
                : whyNot(pair.get(), conversation, draft);
        if (refusal.isPresent()) {
            return clinic.audit.refuse(actor, conversation.map(begun -> begun.id), refusal.get());
        }
        return Outcome.accepted(accept(conversation.orElseGet(() -> clinic.begin(actor, pair.get())), draft));
    }

    /** CARE-10: the reasons that ask for no draft. */
    Optional<Refusal> whyNotAtAll(Where.Between pair, Optional<ModelConversation> conversation) {
        ModelPractice practice = clinic.practice(pair.practitioner());
        if (!practice.serviceActive && !isHost()) {
            return Optional.of(Refusal.of(RefusalCode.SERVICE_OFF, new RefusalDetail.Since(practice.serviceSince)));
        }
        boolean disabled = conversation.map(ModelSending::isDisabled).orElse(false);
        boolean bothSides = clinic.settings().disabling() == DisableScope.BOTH_SIDES;
        if (disabled && (isPatient() || (bothSides && !isHost()))) {
            RefusalDetail since =
                    new RefusalDetail.Since(conversation.get().availability.since());
            return Optional.of(Refusal.of(RefusalCode.CHAT_DISABLED, since));
        }
        return Optional.empty();
    }

    Optional<Refusal> whyNotAttach(int files) {
        boolean textOnly = clinic.settings().attachments() == Attachments.TEXT_ONLY
                || clinic.settings().limits().maxAttachments() == 0;
        if (files > 0 && textOnly) {
            return Optional.of(Refusal.of(RefusalCode.ATTACHMENTS_OFF));
        }
        return Optional.empty();
    }

    static boolean isDisabled(ModelConversation conversation) {
        return conversation.availability.availability() == Availability.DISABLED;
    }

    private Optional<Refusal> whyNot(Where.Between pair, Optional<ModelConversation> conversation, Draft draft) {
        if (!draft.patient().equals(pair.patient())) {
            return Optional.of(Refusal.of(RefusalCode.WRONG_PATIENT));
        }
        return whyNotAtAll(pair, conversation)
                .or(() -> whyNotThere(conversation, draft))
                .or(() -> whyNotId(draft.clientId()))
                .or(() -> whyNotAttach(draft.attachments().size()))
                .or(() -> ModelText.whyNot(
                        draft.text(), draft.attachments(), clinic.settings().limits()))
                .or(() -> whyNotSeen(conversation, draft));
    }

    private Optional<Refusal> whyNotThere(Optional<ModelConversation> conversation, Draft draft) {
        long head = conversation.map(ModelConversation::head).orElse(0L);
        if (draft.expectedHead().isEmpty() || draft.expectedHead().get().value() == head) {
            return Optional.empty();
        }
        long expected = draft.expectedHead().get().value();
        if (expected > head) {
            return Optional.of(Refusal.of(RefusalCode.BEYOND_HEAD));
        }
        conversation.ifPresent(begun -> clinic.audit.looked(actor, Optional.of(begun.id)));
        List<Message> missed = conversation.stream()
                .flatMap(begun -> begun.log.stream())
                .filter(message -> message.seq().value() > expected)
                .limit(MOST_MISSED)
                .map(ModelConversation::shown)
                .toList();
        return Optional.of(Refusal.of(RefusalCode.HEAD_MOVED, new MissedMessages(MessageSeq.of(head), missed)));
    }

    /** READ-7: nobody has seen what is not there. */
    private static Optional<Refusal> whyNotSeen(Optional<ModelConversation> conversation, Draft draft) {
        long seen = draft.seenUpTo().map(place -> place.value()).orElse(0L);
        return seen > conversation.map(ModelConversation::head).orElse(0L)
                ? Optional.of(Refusal.of(RefusalCode.BEYOND_HEAD))
                : Optional.empty();
    }

    private static Optional<Refusal> whyNotId(ClientMessageId id) {
        return ModelText.isToken(id.value()) ? Optional.empty() : Optional.of(Refusal.of(RefusalCode.MALFORMED_ID));
    }

    private Receipt accept(ModelConversation conversation, Draft draft) {
        draft.seenUpTo()
                .ifPresent(seen -> conversation.reading(clinic.reader(actor)).raise(seen.value()));
        boolean due = isPatient() && isReplyDue(conversation);
        Authorship who = new Authorship(actor.self(), actor.onBehalfOf());
        MessageKind kind = isHost() ? MessageKind.SYSTEM : MessageKind.HUMAN;
        Message message = message(conversation, who, kind, draft.text(), draft.attachments());
        conversation.append(message, Optional.of(draft.clientId()));
        if (due) {
            reply(conversation);
        }
        return receipt(message);
    }

    /** AUTO-2. */
    private boolean isReplyDue(ModelConversation conversation) {
        ModelPractice practice = clinic.practice(conversation.between.practitioner());
        return practice.replying
                && conversation.delivered.stream()
                        .filter(earlier -> earlier.reset() == practice.resets)
                        .noneMatch(earlier -> switch (clinic.settings().autoReply()) {
                            case ONCE_PER_TEXT -> earlier.text().equals(practice.reply);
                            case ONCE_EVER -> true;
                            case ONCE_PER_ACTIVATION -> earlier.activation() == practice.activations;
                        });
    }

    /** AUTO-3, AUTO-5. */
    private void reply(ModelConversation conversation) {
        ModelPractice practice = clinic.practice(conversation.between.practitioner());
        Authorship owner = new Authorship(PersonRef.of(conversation.between.practitioner()), Optional.empty());
        conversation.append(
                message(conversation, owner, MessageKind.AUTO_REPLY, practice.reply, List.of()), Optional.empty());
        conversation.delivered.add(
                new ModelConversation.Delivered(practice.reply, practice.activations, practice.resets));
    }

    private Message message(
            ModelConversation conversation, Authorship who, MessageKind kind, String text, List<AttachmentRef> files) {
        long seq = conversation.head() + 1;
        return new Message(
                MessageId.of("m" + seq + "-" + conversation.id.value()),
                conversation.id,
                MessageSeq.of(seq),
                conversation.nextTime(),
                who,
                kind,
                text,
                files,
                Optional.empty());
    }

    private Optional<Prior> prior(ClientMessageId clientId) {
        for (ModelConversation conversation : clinic.conversations) {
            for (int i = 0; i < conversation.log.size(); i++) {
                Message message = conversation.log.get(i);
                boolean his = message.authorship().author().equals(actor.self());
                if (his && conversation.clientIds.get(i).equals(Optional.of(clientId))) {
                    return Optional.of(new Prior(conversation, message));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Prior prior, Where.Between pair, Draft draft) {
        return prior.conversation().between.equals(pair)
                && draft.patient().equals(pair.patient())
                && draft.text().equals(prior.message().text())
                && draft.attachments().equals(prior.message().attachments());
    }

    private static Receipt receipt(Message message) {
        ConversationId conversation = message.conversation();
        return new Receipt(message.id(), conversation, message.seq(), message.time());
    }

    private boolean isHost() {
        return actor.self().role() == Role.HOST;
    }

    private boolean isPatient() {
        return actor.self().role() == Role.PATIENT;
    }
}
