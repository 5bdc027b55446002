package org.clinicchat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The ids that are ours or a client's: any string is one, and not every one can exist. */
class TokenIdsProperties {

    /** One kind of id: its factory, its form and its value. */
    private record Kind<T>(Function<String, T> of, Predicate<T> wellFormed, Function<T, String> value) {
        boolean fits(String text) {
            return wellFormed.test(of.apply(text));
        }

        String shown(String text) {
            return of.apply(text).toString();
        }

        String kept(String text) {
            return value.apply(of.apply(text));
        }
    }

    private static final Kind<?> CLIENT =
            new Kind<>(ClientMessageId::of, ClientMessageId::isWellFormed, ClientMessageId::value);
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(ConversationId::of, ConversationId::isWellFormed, ConversationId::value),
            new Kind<>(MessageId::of, MessageId::isWellFormed, MessageId::value),
            new Kind<>(AttachmentRef::of, AttachmentRef::isWellFormed, AttachmentRef::value),
            CLIENT);

    @Provide
    Arbitrary<String> strings() {
        Arbitrary<String> tokens = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-_")
                .ofMaxLength(70);
        return Arbitraries.oneOf(
                tokens, Arbitraries.strings(), tokens.map(token -> token + "."), tokens.map(token -> "é" + token));
    }

    @Property
    @Tag("SAFE-6")
    void anyStringIsAnIdAndItsFormIsTold(@ForAll("strings") String text) {
        boolean fits = text.matches("[A-Za-z0-9_-]{1,64}");

        for (Kind<?> kind : KINDS) {
            assertThat(kind.kept(text)).isEqualTo(text);
            assertThat(kind.fits(text)).isEqualTo(fits);
        }
    }

    @Property
    @Tag("SAFE-5")
    void onlyWhatCanBeAnIdIsShown(@ForAll("strings") String text) {
        boolean fits = text.matches("[A-Za-z0-9_-]{1,64}");

        for (Kind<?> kind : KINDS) {
            String ours = fits ? text : "[malformed]";
            assertThat(kind.shown(text)).isEqualTo(kind.equals(CLIENT) ? "ClientMessageId[hidden]" : ours);
        }
    }

    @Example
    @Tag("SAFE-6")
    void theBordersOfTheForm() {
        for (Kind<?> kind : KINDS) {
            assertThat(List.of("a", "z", "A", "Z", "0", "9", "-", "_", "x".repeat(64)))
                    .allMatch(kind::fits);
            assertThat(List.of("", "`", "{", "@", "[", "/", ":", ".", " ", "x".repeat(65)))
                    .noneMatch(kind::fits);
        }
    }

    @Example
    void anIdHasAValue() {
        for (Kind<?> kind : KINDS) {
            assertThatThrownBy(() -> kind.of().apply(null)).isInstanceOf(NullPointerException.class);
        }
    }

    @Example
    @Tag("CARE-8")
    void randomClientIdsAreWellFormedAndNew() {
        ClientMessageId one = ClientMessageId.random();

        assertThat(one.isWellFormed()).isTrue();
        assertThat(one).isNotEqualTo(ClientMessageId.random());
    }
}
