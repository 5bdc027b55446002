package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.StorageFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The short way of plain sends on PostgreSQL: who comes alone, in one statement; who come together, in one statement too.
 * Whatever does not get through goes the long way, each in its caller's own thread: that one waits for locks and knows why
 * something is not stored.
 */
final class FastSends {

    private static final Logger LOG = LoggerFactory.getLogger(FastSends.class);

    private static final int FEW = 4;
    private static final int WRITERS = 2;
    private static final int MOST_IN_A_BATCH = 128;

    private static final Comparator<PlainSend> LOCK_ORDER = Comparator.comparing(
                    (PlainSend send) -> send.commit().key().clinic().value())
            .thenComparing(send -> send.commit().key().practitioner().value())
            .thenComparing(send -> send.commit().key().patient().value());

    private final Connections transactions;
    private final OneStatementSends alone;
    private final BatchedSends together;
    private final Function<CareCommit, CommitAnswer> longWay;
    private final GroupCommit<PlainSend, Boolean> group = new GroupCommit<>(FEW, WRITERS, MOST_IN_A_BATCH, this::store);

    FastSends(Wired wired, Function<CareCommit, CommitAnswer> longWay) {
        this.longWay = longWay;
        transactions = wired.transactions();
        alone = new OneStatementSends(wired);
        together = new BatchedSends(wired);
    }

    CommitAnswer commit(PlainSend send) {
        return group.store(send) ? new CommitAnswer.Committed() : longWay.apply(send.commit());
    }

    private List<Boolean> store(List<PlainSend> sends) {
        if (sends.size() == 1) {
            PlainSend send = sends.get(0);
            boolean stored = transactions.writeAtOnce(connection -> alone.store(connection, send));
            return List.of(stored);
        }
        List<PlainSend> different = different(sends);
        different.sort(LOCK_ORDER);
        Set<PlainSend> stored = storeTogether(different);
        return sends.stream().map(stored::contains).toList();
    }

    /**
     * What is known not to be stored is tried alone, so that one that cannot be stored fails no other; so is what failed
     * otherwise, for whoever tries alone looks first whether it was stored.
     */
    private Set<PlainSend> storeTogether(List<PlainSend> sends) {
        Set<PlainSend> stored = Collections.newSetFromMap(new IdentityHashMap<>());
        try {
            stored.addAll(transactions.writeAtOnce(connection -> together.store(connection, sends)));
        } catch (StorageFault e) {
            if (!e.isOutcomeKnown()) {
                throw e;
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Sends that came together are tried one by one, for the database's driver threw {}.",
                    e.getClass().getName());
        }
        return stored;
    }

    /** One of each conversation, and one of each client's id: of two, the second would not find what it says. */
    private static List<PlainSend> different(List<PlainSend> sends) {
        Set<ConversationKey> keys = new HashSet<>();
        Set<ClientsId> ids = new HashSet<>();
        List<PlainSend> different = new ArrayList<>();
        for (PlainSend send : sends) {
            if (keys.add(send.commit().key()) && ids.add(ClientsId.of(send))) {
                different.add(send);
            }
        }
        return different;
    }

    /** What is unique to a message of somebody's. */
    private record ClientsId(ClinicId clinic, PersonRef author, ClientMessageId id) {
        static ClientsId of(PlainSend send) {
            PersonRef author = send.message().message().authorship().author();
            return new ClientsId(send.commit().key().clinic(), author, send.clientId());
        }
    }
}
