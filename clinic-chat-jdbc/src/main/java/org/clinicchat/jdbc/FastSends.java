package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.jdbc.SendChain.Fate;
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

    private static final Comparator<SendChain> LOCK_ORDER = Comparator.comparing(
                    (SendChain chain) -> chain.key().clinic().value())
            .thenComparing(chain -> chain.key().practitioner().value())
            .thenComparing(chain -> chain.key().patient().value());

    private final Connections transactions;
    private final OneStatementSends alone;
    private final BatchedSends batched;
    private final Function<CareCommit, CommitAnswer> longWay;
    private final GroupCommit<SendChain, Fate> group;

    FastSends(Wired wired, BiPredicate<SendChain, SendChain> together, Function<CareCommit, CommitAnswer> longWay) {
        this.longWay = longWay;
        transactions = wired.transactions();
        alone = new OneStatementSends(wired);
        batched = new BatchedSends(wired);
        group = new GroupCommit<>(FEW, WRITERS, MOST_IN_A_BATCH, together, this::store);
    }

    List<CommitAnswer> commit(SendChain chain) {
        return switch (group.store(chain)) {
            case STORED -> chain.all(new CommitAnswer.Committed());
            case STALE -> chain.all(new CommitAnswer.Stale());
            case UNCLEAR ->
                Chained.commit(
                        chain.sends().stream().map(PlainSend::commit).toList(),
                        left -> List.of(longWay.apply(left.get(0))));
        };
    }

    private List<Fate> store(List<SendChain> chains) {
        if (chains.size() == 1 && chains.get(0).sends().size() == 1) {
            PlainSend send = chains.get(0).first();
            Fate fate = transactions.writeAtOnce(connection -> alone.store(connection, send));
            return List.of(fate);
        }
        List<SendChain> different = different(chains);
        different.sort(LOCK_ORDER);
        IdentityHashMap<SendChain, Fate> fates = storeTogether(different);
        return chains.stream()
                .map(chain -> fates.getOrDefault(chain, Fate.UNCLEAR))
                .toList();
    }

    /**
     * What is known not to be stored is tried alone, so that one that cannot be stored fails no other; so is what failed
     * otherwise, for whoever tries alone looks first whether it was stored.
     */
    private IdentityHashMap<SendChain, Fate> storeTogether(List<SendChain> chains) {
        IdentityHashMap<SendChain, Fate> fates = new IdentityHashMap<>();
        try {
            List<Fate> all = transactions.writeAtOnce(connection -> batched.store(connection, chains));
            for (int i = 0; i < all.size(); i++) {
                fates.put(chains.get(i), all.get(i));
            }
        } catch (StorageFault e) {
            if (!e.isOutcomeKnown()) {
                throw e;
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Sends that came together are tried one by one, for the database's driver threw {}.",
                    e.getClass().getName());
        }
        return fates;
    }

    /** One chain of each conversation, and one use of each client's id: of two, the second would not find what it says. */
    private static List<SendChain> different(List<SendChain> chains) {
        Set<ConversationKey> keys = new HashSet<>();
        Set<ClientsId> ids = new HashSet<>();
        List<SendChain> different = new ArrayList<>();
        for (SendChain chain : chains) {
            List<ClientsId> used = chain.sends().stream().map(ClientsId::of).toList();
            if (keys.add(chain.key()) && Collections.disjoint(ids, used)) {
                ids.addAll(used);
                different.add(chain);
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
