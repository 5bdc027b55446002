package org.clinicchat.testkit.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.clinicchat.conversation.Attachments;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ContactPolicy;
import org.clinicchat.conversation.DisableScope;
import org.clinicchat.conversation.ReadReceipts;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.people.PatientId;
import org.clinicchat.service.AutoReplyRepeat;
import org.clinicchat.substitution.SubstituteReading;

/** What people write and how they are called, with everything that has ever broken a text: for jqwik. */
public final class CareArbitraries {

    /** Family names with accents, apostrophes, letters that do not decompose, other scripts. */
    static final List<String> NAMES = List.of(
            "Rossi",
            "D'Amico",
            "D\u2019Angel\u00f2",
            "Nicol\u00f2",
            "M\u00fcller-L\u00fcdenscheidt",
            "Stra\u00dfe",
            "\u0141ukasz",
            "S\u00f8rensen",
            "\u0130pek",
            "\u03a3\u03bf\u03c6\u03cc\u03c2",
            "\u041f\u0435\u0442\u0440\u043e\u0432",
            "\u738b\u5c0f\u660e",
            "");

    private static final List<String> MOODS = List.of(
            "\uD83D\uDE00",
            "\uD83D\uDC69\u200D\u2695\uFE0F",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u202Eabc",
            "e\u0301",
            "\u00e8",
            "\n",
            "\r\n",
            " ",
            "'",
            "\"<b>\\",
            "%s{0}",
            "\uFEFF");

    private CareArbitraries() {}

    /**
     * Texts that can be sent: 1 to 40 code points, not blank, without control characters but line breaks; with astral and
     * combining characters, right-to-left marks and what looks like markup.
     *
     * @return the arbitrary
     */
    public static Arbitrary<String> texts() {
        Arbitrary<String> words =
                Arbitraries.strings().alpha().numeric().withChars(' ', ',').ofMaxLength(8);
        return Combinators.combine(Arbitraries.strings().alpha().ofLength(1), words, Arbitraries.of(MOODS), words)
                .as((first, before, mood, after) -> first + before + mood + after);
    }

    /**
     * Names of people.
     *
     * @return the arbitrary
     */
    public static Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    /**
     * Drafts that can be sent, each under an id of its own.
     *
     * @param patient the patient with whom it is spoken
     * @return the arbitrary
     */
    public static Arbitrary<Draft> drafts(PatientId patient) {
        return texts().map(text -> Draft.of(ClientMessageId.random(), patient, text));
    }

    /**
     * Every combination of the switches, with limits that are soon reached: 40 code points, and few files.
     *
     * @return the arbitrary
     */
    public static Arbitrary<CareSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(2, 2, 2, 0),
                        Arbitraries.of(Attachments.ALLOWED, Attachments.ALLOWED, Attachments.TEXT_ONLY),
                        Arbitraries.of(
                                ContactPolicy.WHOLE_CLINIC, ContactPolicy.WHOLE_CLINIC, ContactPolicy.PERMITTED_PAIRS),
                        Arbitraries.of(DisableScope.class),
                        Arbitraries.of(AutoReplyRepeat.class),
                        Arbitraries.of(SubstituteReading.class),
                        Arbitraries.of(ReadReceipts.class))
                .as((files, attachments, contacts, disabling, repeat, reading, receipts) -> new CareSettings(
                        new MessageLimits(40, files), attachments, contacts, disabling, repeat, reading, receipts));
    }

    /** Histories of so many steps, or of some fewer: short ones are found by shrinking, and reach little. */
    static Arbitrary<List<Step>> histories(int most) {
        RandomDistribution nearlyAll =
                (size, min, max, center) -> random -> BigInteger.valueOf(most - random.nextInt(Math.max(1, most / 3)));
        return steps().list().ofMinSize(1).ofMaxSize(most).withSizeDistribution(nearlyAll);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Deed> deeds = Arbitraries.of(Arrays.stream(Deed.values())
                .flatMap(deed -> Collections.nCopies(deed.weight(), deed).stream())
                .toList());
        Arbitrary<Integer> numbers =
                Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(deeds, numbers, numbers, numbers, numbers, texts())
                .as(Step::new);
    }
}
