package org.clinicchat.testkit.model;

import java.util.List;
import java.util.stream.IntStream;
import org.clinicchat.ClinicChat;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.port.IdSource;
import org.clinicchat.testkit.SettableClock;

/** The nodes of one composition, for one history; live listeners are called in the thread of whoever causes the news. */
final class Nodes implements AutoCloseable {

    private final Composition composition;
    private final List<ClinicChat> chats;

    private Nodes(Composition composition, List<ClinicChat> chats) {
        this.composition = composition;
        this.chats = chats;
    }

    static Nodes of(Composition composition, CareSettings settings, SettableClock clock, IdSource ids) {
        List<ClinicChat> chats = IntStream.range(0, composition.nodes())
                .mapToObj(node -> composition
                        .node()
                        .care(settings)
                        .clock(clock)
                        .ids(ids)
                        .sweepOnDemand()
                        .deliverOn(Runnable::run)
                        .build())
                .toList();
        return new Nodes(composition, chats);
    }

    List<ClinicChat> chats() {
        return chats;
    }

    @Override
    public void close() {
        chats.forEach(ClinicChat::close);
        composition.close();
    }
}
