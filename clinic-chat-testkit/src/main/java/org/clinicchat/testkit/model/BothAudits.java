package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;

/** The audits of the chat under test and of the model, compared from where they were compared last (SAFE-3). */
final class BothAudits {

    private static final int ALL = 100_000;

    private final ModelClinicChat model;
    private final Alignment names;
    private final List<ClinicId> clinics;
    private final Map<ClinicId, Long> compared = new HashMap<>();

    BothAudits(ModelClinicChat model, Alignment names, List<ClinicId> clinics) {
        this.model = model;
        this.names = names;
        this.clinics = clinics;
    }

    /** Compares what is new, and says where and what differs, if anything does. */
    void compareNew(CareChat chat, BiConsumer<String, Optional<Alignment.Difference>> result) {
        for (ClinicId clinic : clinics) {
            long last = compared.getOrDefault(clinic, 0L);
            List<AuditEntry> expected = model.host(clinic).audit(last, ALL);
            List<AuditEntry> actual = chat.host(clinic).audit(last, ALL);
            result.accept(
                    "the audit of " + clinic,
                    names.compare("audit", inOneOrder(expected, names::real), inOneOrder(actual, id -> id)));
            compared.put(clinic, last + expected.size());
        }
    }

    /** The next comparison is of everything. */
    void startAnew() {
        compared.clear();
    }

    /** Who is told first of one thing, and of which conversation a sweep tells first, is nobody's promise. */
    private static List<AuditEntry> inOneOrder(
            List<AuditEntry> entries, Function<ConversationId, ConversationId> real) {
        List<AuditRecord> records =
                new ArrayList<>(entries.stream().map(AuditEntry::record).toList());
        Comparator<AuditRecord> order = Comparator.comparing(AuditRecord::time)
                .thenComparing(record -> Words.of(record.actor()))
                .thenComparing(record -> record.conversation()
                        .map(real)
                        .map(ConversationId::value)
                        .orElse(""));
        int from = 0;
        for (int i = 0; i <= records.size(); i++) {
            if (i == records.size() || records.get(i).action() != AuditAction.SUBSTITUTE_ACCESS) {
                records.subList(from, i).sort(order);
                from = i + 1;
            }
        }
        return IntStream.range(0, records.size())
                .mapToObj(i -> new AuditEntry(entries.get(i).number(), records.get(i)))
                .toList();
    }
}
