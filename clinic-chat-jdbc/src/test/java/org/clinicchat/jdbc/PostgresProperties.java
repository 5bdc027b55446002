package org.clinicchat.jdbc;

import java.util.List;
import net.jqwik.api.Group;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.RememberedLog;
import org.clinicchat.testkit.model.AutoReplyProperties;
import org.clinicchat.testkit.model.CareChatModelProperties;
import org.clinicchat.testkit.model.Composition;
import org.clinicchat.testkit.model.DisablingProperties;
import org.clinicchat.testkit.model.Effort;
import org.clinicchat.testkit.model.InboxProperties;
import org.clinicchat.testkit.model.LiveProperties;
import org.clinicchat.testkit.model.MessageProperties;
import org.clinicchat.testkit.model.RaceProperties;
import org.clinicchat.testkit.model.ReadStateProperties;
import org.clinicchat.testkit.model.SearchProperties;
import org.clinicchat.testkit.model.SecrecyProperties;
import org.clinicchat.testkit.model.SendingProperties;
import org.clinicchat.testkit.model.SubstitutionProperties;

/** The care chat on PostgreSQL, on two nodes: every rule, and random histories beside the model. */
@SuppressWarnings("ClassCanBeStatic") // jqwik's groups are inner classes.
class PostgresProperties {

    /** Opened when they are first asked for, and shared: every proof has clinics of its own. */
    private static final class Stores {
        private static final List<Storage> ON = TwoStores.on(Servers.fresh(Dialect.POSTGRESQL));
    }

    @Group
    class AutoReply extends AutoReplyProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Histories extends CareChatModelProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Disabling extends DisablingProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Inbox extends InboxProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Live extends LiveProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Message extends MessageProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Race extends RaceProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class ReadState extends ReadStateProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Search extends SearchProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Secrecy extends SecrecyProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected List<String> logged() {
            return RememberedLog.lines();
        }
    }

    @Group
    class Sending extends SendingProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }

    @Group
    class Substitution extends SubstitutionProperties {
        @Override
        protected Composition composition() {
            return TwoStores.of(Stores.ON);
        }

        @Override
        protected Effort effort() {
            return Effort.ON_A_DATABASE;
        }
    }
}
