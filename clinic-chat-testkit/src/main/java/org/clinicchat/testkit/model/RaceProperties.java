package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.GROUP;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.WorkGroup;

/** What holds when many act at the same time: real threads, on two nodes that share the storage. */
public abstract class RaceProperties extends CareProperties {

    private static final int THREADS = 6;

    /** For those that extend it. */
    protected RaceProperties() {}

    /** Racing first opens and sends of both sides begin one conversation. */
    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    @Tag("CARE-1")
    public void racingFirstOpensGiveOneConversation(@ForAll int round) {
        try (CareScene scene = scene();
                ClinicChat other = scene.node(builder -> builder)) {
            var elsewhere = other.clinic(scene.id());
            var ids = together(i -> switch (i % 3) {
                case 0 -> scene.annaWithRossi().open().orThrow().status().id();
                case 1 ->
                    elsewhere
                            .practitioner(ROSSI)
                            .conversationWith(ANNA)
                            .open()
                            .orThrow()
                            .status()
                            .id();
                default ->
                    elsewhere
                            .patient(ANNA)
                            .conversationWith(ROSSI)
                            .send(toAnna("first"))
                            .orThrow()
                            .conversation();
            });
            assertThat(ids).containsOnly(ids.get(0));
            assertThat(scene.anna().conversations().orThrow().rows()).hasSize(1);
        }
    }

    /** Whoever sends when, places are gapless, and a reader who saw n never finds anything new below n. */
    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    @Tag("CARE-7")
    @Tag("SUB-8")
    public void concurrentSendsAreGapless(@ForAll int round) {
        try (CareScene scene = scene();
                ClinicChat other = scene.node(builder -> builder)) {
            scene.rossiWithAnna().open().orThrow();
            Conversation there = other.clinic(scene.id()).patient(ANNA).conversationWith(ROSSI);
            List<Callable<List<Receipt>>> tasks = new ArrayList<>();
            tasks.add(() -> sendMany(scene.annaWithRossi()));
            tasks.add(() -> sendMany(scene.rossiWithAnna()));
            tasks.add(() -> sendMany(scene.verdiWithAnnaForRossi()));
            tasks.add(() -> sendMany(there));
            tasks.add(() -> readMany(scene.rossiWithAnna()));
            List<Receipt> receipts =
                    Together.all(tasks).stream().flatMap(List::stream).toList();
            List<Message> messages = messages(scene.annaWithRossi());
            assertThat(places(messages))
                    .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
            assertThat(messages.stream().map(Receipt::of)).containsExactlyInAnyOrderElementsOf(receipts);
        }
    }

    /** One draft sent many times at once is one message, and everybody gets its receipt. */
    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    @Tag("CARE-8")
    public void oneDraftSentManyTimesAtOnceIsOneMessage(@ForAll int round) {
        try (CareScene scene = scene();
                ClinicChat other = scene.node(builder -> builder)) {
            Draft draft = toAnna("k-1", "once");
            Conversation there = other.clinic(scene.id()).patient(ANNA).conversationWith(ROSSI);
            List<Receipt> receipts = together(i ->
                    (i % 2 == 0 ? there : scene.annaWithRossi()).send(draft).orThrow());
            assertThat(receipts).containsOnly(receipts.get(0));
            assertThat(messages(scene.annaWithRossi())).hasSize(1);
        }
    }

    /** One id used at once in two chats is one message; the other one is a conflict. */
    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    @Tag("CARE-8")
    public void oneIdUsedAtOnceInTwoChatsIsOneMessage(@ForAll int round) {
        try (CareScene scene = scene()) {
            scene.verdi().settings().activateService().orThrow();
            List<Outcome<Receipt>> answers = together(i ->
                    scene.anna().conversationWith(i % 2 == 0 ? ROSSI : VERDI).send(toAnna("k-1", "once")));
            List<Receipt> accepted = answers.stream()
                    .flatMap(answer -> answer.toOptional().stream())
                    .distinct()
                    .toList();
            assertThat(accepted).hasSize(1);
            assertThat(answers.stream().filter(answer -> !answer.isAccepted()))
                    .hasSize(THREADS / 2)
                    .allSatisfy(answer -> assertThat(refusal(answer)).isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED));
        }
    }

    /** However many first messages come at once, the reply goes out once, right after one of them. */
    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    @Tag("AUTO-3")
    public void manyFirstMessagesGetOneReply(@ForAll int round) {
        try (CareScene scene = scene();
                ClinicChat other = scene.node(builder -> builder)) {
            scene.rossi().settings().activateAutoReply("tomorrow").orThrow();
            Conversation there = other.clinic(scene.id()).patient(ANNA).conversationWith(ROSSI);
            together(i -> (i % 2 == 0 ? there : scene.annaWithRossi())
                    .send(toAnna("hello"))
                    .orThrow());
            List<Message> messages = messages(scene.annaWithRossi());
            assertThat(messages).hasSize(THREADS + 1);
            assertThat(messages.stream().map(Message::kind).toList().indexOf(MessageKind.AUTO_REPLY))
                    .isEqualTo(1);
            assertThat(messages.stream().filter(message -> message.kind() == MessageKind.AUTO_REPLY))
                    .hasSize(1);
        }
    }

    /** Once disabling, switching the service off, or revoking has returned, nothing decided before commits any more. */
    @Property(tries = 40, generation = GenerationMode.RANDOMIZED)
    @Tag("DIS-6")
    @Tag("SUB-5")
    @Tag("CARE-2")
    public void nothingDecidedBeforeCommitsAfterwards(@ForAll @IntRange(max = 3) int how) {
        try (CareScene scene = scene();
                ClinicChat other = scene.node(builder -> builder)) {
            scene.rossiWithAnna().open().orThrow();
            var verdi = other.clinic(scene.id()).practitioner(VERDI).substituteFor(ROSSI);
            AtomicBoolean ended = new AtomicBoolean();
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tasks.add(() -> sendUntil(ended, verdi.conversationWith(ANNA)));
            }
            tasks.add(() -> endAndLook(scene, how, ended));
            List<Long> heads = Together.all(tasks);
            long head = heads.get(3);
            assertThat(messages(scene.rossiWithAnna())).hasSize((int) head);
            assertThat(heads.subList(0, 3)).allSatisfy(last -> assertThat(last).isLessThanOrEqualTo(head));
        }
    }

    private static long endAndLook(CareScene scene, int how, AtomicBoolean ended) {
        Supplier<Object> end = List.<Supplier<Object>>of(
                        () -> scene.rossiWithAnna().disable().orThrow(),
                        () -> scene.rossi().settings().deactivateService().orThrow(),
                        () -> scene.rossi().settings().hideFromSubstitutes().orThrow(),
                        () -> {
                            scene.host().putWorkGroup(WorkGroup.of(GROUP, ROSSI));
                            return true;
                        })
                .get(how);
        while (messages(scene.rossiWithAnna()).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(end.get()).isNotNull();
        long head = scene.rossiWithAnna().peek(1).orThrow().status().head().value();
        ended.set(true);
        return head;
    }

    /** Sends until the first refusal that comes after the end; gives the last place that it got. */
    private static long sendUntil(AtomicBoolean ended, Conversation conversation) {
        long last = 0;
        boolean more = true;
        while (more) {
            boolean after = ended.get();
            Outcome<Receipt> answer = conversation.send(toAnna("quick"));
            last = answer.toOptional().map(receipt -> receipt.seq().value()).orElse(last);
            more = !after && last < 400;
        }
        return last;
    }

    private static List<Receipt> sendMany(Conversation conversation) {
        return IntStream.range(0, 10)
                .mapToObj(i -> conversation.send(toAnna("message " + i)).orThrow())
                .toList();
    }

    /** Each look continues the look before. */
    private static List<Receipt> readMany(Conversation conversation) {
        List<Message> seen = List.of();
        for (int i = 0; i < 20; i++) {
            List<Message> now = messages(conversation);
            assertThat(now.subList(0, seen.size())).isEqualTo(seen);
            assertThat(places(now))
                    .isEqualTo(LongStream.rangeClosed(1, now.size()).boxed().toList());
            seen = now;
        }
        return List.of();
    }

    private static <T> List<T> together(IntFunction<T> task) {
        return Together.all(IntStream.range(0, THREADS)
                .mapToObj(i -> (Callable<T>) () -> task.apply(i))
                .toList());
    }
}
