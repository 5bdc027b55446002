package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.examples.quickstart.day.Cast.ANNA;

import java.util.List;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.inbox.InboxQuery;

/** Another start of the program on the same database: everything is there. */
final class WhatIsKept implements Scene {

    private static final int MOST = 500;
    private static final int LAST = 3;

    @Override
    public String title() {
        return "The day is kept";
    }

    @Override
    public void play(Stage stage) {
        Page page = stage.page();
        stage.at("18:30");
        page.tell(
                "The day was told here before. It is not told again; this is what it left. Dr Rossi's list, and its numbers:");
        page.call("clinic.practitioner(rossi).inbox(InboxQuery.all())");
        Tables.inbox(page, stage.rossi().inbox(InboxQuery.all()).orThrow());
        stage.showTotals();

        page.tell("Anna's chat, from its beginning. Looking marks nothing as read.");
        page.call("clinic.practitioner(rossi).conversationWith(anna).after(MessageSeq.ZERO, 50)");
        stage.showWhole(stage.rossi().conversationWith(ANNA));

        page.tell("And the end of the audit.");
        List<AuditEntry> audit = stage.clinic().host().audit(0, MOST);
        Tables.audit(page, audit.subList(Math.max(0, audit.size() - LAST), audit.size()));
    }
}
