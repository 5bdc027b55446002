package org.clinicchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusedException;
import org.clinicchat.people.Actor;
import org.clinicchat.port.StorageFault;

/** No text, name or id of a person in any string that could land in a log. */
class SilentValuesProperties {
    @Property(tries = 30)
    @Tag("SAFE-5")
    void noRecordShowsATextANameOrAPerson(@ForAll Random random) {
        Canaries canaries = new Canaries(random);

        for (Class<?> type : Canaries.RECORDS) {
            Object value = canaries.record(type);
            assertThat(value.toString()).as(type.getName()).doesNotContain(Canaries.CANARY);
        }
    }

    @Property(tries = 30)
    @Tag("SAFE-5")
    void neitherAMistakeNorWhatSomebodySentInPlaceOfAnIdIsShown(@ForAll Random random) {
        Canaries canaries = new Canaries(random);

        for (Class<?> type : Canaries.RECORDS) {
            assertThat(shown(canaries, type)).as(type.getName()).doesNotContain(Canaries.CANARY);
        }
    }

    private static String shown(Canaries canaries, Class<?> type) {
        try {
            return canaries.malformedRecord(type).toString();
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
    }

    @Property(tries = 30)
    @Tag("SAFE-5")
    void neitherActorsNorExceptionsShowAnybody(@ForAll Random random) {
        Canaries canaries = new Canaries(random);
        Refusal refusal = (Refusal) canaries.record(Refusal.class);

        assertThat(canaries.actor().toString()).doesNotContain(Canaries.CANARY);
        assertThat(new RefusedException(refusal).toString()).doesNotContain(Canaries.CANARY);
        assertThat(new RefusedException(refusal).getMessage()).isEqualTo(refusal.toString());
    }

    @Example
    @Tag("SAFE-5")
    void whateverElseIsPublicSaysNothingOfItself() throws NoSuchMethodException {
        Set<Class<?>> provenAbove = Set.of(Actor.class, RefusedException.class, StorageFault.class);
        for (Class<?> type : Canaries.EXPORTED) {
            boolean value = type.isRecord() || type.isEnum() || type.isInterface() || type.isAnnotation();
            if (!value && !provenAbove.contains(type)) {
                assertThat(type.getMethod("toString").getDeclaringClass())
                        .as(type.getName())
                        .isEqualTo(Object.class);
            }
        }
    }

    @Example
    void theSearchForValuesFindsThem() {
        assertThat(Canaries.RECORDS).hasSizeGreaterThan(60).contains(Refusal.class);
    }
}
