package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.terminal.Layout.left;
import static org.clinicchat.examples.quickstart.terminal.Layout.right;

import java.util.List;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.Preview;
import org.clinicchat.examples.quickstart.terminal.Layout;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;

/** Lists in columns, as wide as the page at most. */
final class Tables {

    private static final int NAME = 19;
    private static final int IDENTIFIER = 17;
    private static final int UNREAD = 9;
    private static final int WAITING = 9;
    private static final int NEWEST = Layout.WIDTH - 6 - NAME - IDENTIFIER - UNREAD - WAITING;
    private static final int ACTION = 34;

    private Tables() {}

    /** A list of conversations. */
    static void inbox(Page page, InboxPage inbox) {
        String head = "  " + left("patient", NAME) + left("codice fiscale", IDENTIFIER) + right("unread", UNREAD)
                + right("waiting", WAITING) + "  newest message";
        List<String> rows = inbox.rows().stream().map(Tables::row).toList();
        page.table(head, rows.isEmpty() ? List.of("  (nobody)") : rows);
    }

    private static String row(InboxRow row) {
        PatientProfile patient = row.patient();
        return (row.isUnread() ? "● " : "  ")
                + left(patient.familyName() + " " + patient.givenName(), NAME)
                + left(codiceFiscale(patient), IDENTIFIER)
                + right(unread(row), UNREAD)
                + right(row.awaitingReplySince().map(Page::time).orElse(""), WAITING)
                + "  " + Layout.cut(newest(row), NEWEST);
    }

    private static String unread(InboxRow row) {
        String count = row.unread() == 0 ? "" : Long.toString(row.unread());
        if (!row.markedUnread()) {
            return count;
        }
        return count.isEmpty() ? "marked" : count + ", marked";
    }

    private static String newest(InboxRow row) {
        return row.availability().isDisabled()
                ? "[chat is off]"
                : row.preview().map(Tables::text).orElse("");
    }

    private static String text(Preview preview) {
        return preview.kind() == MessageKind.AUTO_REPLY ? "[automatic reply]" : preview.text();
    }

    private static String codiceFiscale(PatientProfile patient) {
        return patient.identifiers().stream()
                .filter(identifier -> identifier.system().equals(PersonIdentifier.CODICE_FISCALE))
                .map(PersonIdentifier::value)
                .findFirst()
                .orElse("(none)");
    }

    /** Lines of the audit. */
    static void audit(Page page, List<AuditEntry> entries) {
        String head = right("no.", 4) + "  time   " + left("rule", 8) + left("what", ACTION) + "who";
        page.table(head, entries.stream().map(Tables::record).toList());
    }

    private static String record(AuditEntry entry) {
        AuditRecord record = entry.record();
        String what = record.refusal()
                .map(code -> "REFUSED " + code)
                .orElse(record.action().name());
        String times = record.count() > 1 ? " ×" + record.count() : "";
        return right(Long.toString(entry.number()), 4) + "  " + Page.time(record.time()) + "  " + left(record.rule(), 8)
                + left(what + times, ACTION) + Cast.shortNames(record.actor());
    }
}
