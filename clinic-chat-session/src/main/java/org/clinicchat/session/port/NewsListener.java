package org.clinicchat.session.port;

import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.desk.DeskNews;

/** Is told what has changed at desks. It returns at once, and throws nothing. */
@FunctionalInterface
public interface NewsListener {

    /**
     * Something has changed.
     *
     * @param desk where
     * @param news who should look again, and what was erased
     */
    void changed(DeskKey desk, DeskNews news);
}
