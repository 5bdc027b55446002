package org.clinicchat.examples.quickstart.day;

import java.util.List;
import org.clinicchat.audit.AuditEntry;

/** The last lines of the audit: who did what, under which rule, and never what was written. */
final class WhatTheAuditSays implements Scene {

    private static final int ALL = 1_000;
    private static final int LAST = 12;

    @Override
    public String title() {
        return "What the audit says";
    }

    @Override
    public void play(Stage stage) {
        List<AuditEntry> entries = stage.clinic().host().audit(0, ALL);
        Page page = stage.page();
        page.tell(
                "Every change, every refusal and every look of a substitute leaves a record: who, when and under which rule,"
                        + " never what was written. The last " + LAST + " of " + entries.size() + ":");
        page.call("clinic.host().audit(after, limit)");
        Tables.audit(page, entries.subList(Math.max(0, entries.size() - LAST), entries.size()));
    }
}
