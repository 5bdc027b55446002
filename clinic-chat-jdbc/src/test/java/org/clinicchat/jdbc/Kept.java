package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clinicchat.jdbc.ClinicRows.Said;
import org.clinicchat.message.Receipt;

/** Holds the rows to a journal: what was acknowledged is there once, as its receipt says, and what was refused is not. */
final class Kept {

    private Kept() {}

    /** What is wrong; empty if nothing is. */
    static List<String> of(ClinicRows rows, Journal journal) {
        List<String> violations = new ArrayList<>();
        Map<String, Said> messages = new HashMap<>();
        for (Said message : rows.messages()) {
            message.clientId().ifPresent(id -> {
                if (messages.put(message.author() + " " + id, message) != null) {
                    violations.add("stored twice: " + id);
                }
            });
        }
        journal.accepted().forEach((letter, receipt) -> {
            Said stored = messages.get(key(letter));
            if (stored == null || !isOf(receipt, letter, stored)) {
                violations.add("acknowledged " + letter.id().value() + ", but there is " + stored);
            }
        });
        journal.refused().stream()
                .filter(letter -> messages.containsKey(key(letter)))
                .forEach(letter ->
                        violations.add("refused, but stored: " + letter.id().value()));
        return violations;
    }

    private static String key(Letter letter) {
        return Codes.person(letter.author()) + " " + letter.id().value();
    }

    private static boolean isOf(Receipt receipt, Letter letter, Said stored) {
        return stored.id().equals(receipt.message().value())
                && stored.conversation().equals(receipt.conversation().value())
                && stored.seq() == receipt.seq().value()
                && stored.time() == Codes.micros(receipt.time())
                && stored.text().equals(letter.text());
    }
}
