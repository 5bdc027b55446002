package org.clinicchat.testkit.model;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;

/** What every class of properties of the care chat asks of its tester: a composition. */
@AddLifecycleHook(value = Effort.Tries.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public abstract class CareProperties {

    /** For those that extend a class of properties. */
    protected CareProperties() {}

    /**
     * The composition under test; asked for at the beginning of each proof, and closed at its end. Its storage need not be
     * empty.
     *
     * @return the composition
     */
    protected abstract Composition composition();

    /**
     * How much is tried; by default what is quick in memory. On a database say {@link Effort#ON_A_DATABASE}.
     *
     * @return the effort
     */
    protected Effort effort() {
        return Effort.IN_MEMORY;
    }

    CareScene scene() {
        return scene(CareSettings.defaults());
    }

    CareScene scene(CareSettings settings) {
        return scene(settings, builder -> builder);
    }

    CareScene scene(CareSettings settings, UnaryOperator<ClinicChat.Builder> more) {
        return CareScene.of(composition(), settings, more);
    }

    static RefusalCode refusal(Outcome<?> outcome) {
        return outcome.whyNot()
                .orElseThrow(() -> new AssertionError("accepted, not refused"))
                .code();
    }

    static List<Message> messages(Conversation conversation) {
        return conversation.after(MessageSeq.ZERO, 500).orThrow().messages();
    }

    static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }

    static List<Long> places(List<Message> messages) {
        return messages.stream().map(message -> message.seq().value()).toList();
    }

    static long unread(Conversation conversation) {
        return conversation.peek(1).orThrow().status().unread();
    }

    static boolean isMarked(Conversation conversation) {
        return conversation.peek(1).orThrow().status().markedUnread();
    }

    static long cursor(Conversation conversation) {
        return conversation.peek(1).orThrow().status().readUpTo().value();
    }

    @Provide
    Arbitrary<String> texts() {
        return CareArbitraries.texts();
    }
}
