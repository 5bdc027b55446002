package org.clinicchat.examples.quickstart;

import java.io.Serial;
import org.clinicchat.examples.quickstart.terminal.Layout;

/** Something that who started the program can put right. Its message is one line that says what is wrong and what to do. */
public final class UserError extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error to be told in one line.
     *
     * @param message what is wrong, and what to do; names of files and columns may be in it as they are
     */
    public UserError(String message) {
        super(Layout.printable(message));
    }
}
