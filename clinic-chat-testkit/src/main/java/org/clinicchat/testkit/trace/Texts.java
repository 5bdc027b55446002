package org.clinicchat.testkit.trace;

import java.util.concurrent.Callable;

/**
 * What the host can show.
 *
 * @param name how findings name it
 * @param shown gives it
 */
record Texts(String name, Callable<? extends Iterable<? extends CharSequence>> shown) implements Place {

    @Override
    public void look(Search search) throws Exception {
        int number = 0;
        for (CharSequence text : shown.call()) {
            search.text("number " + ++number, text);
        }
    }
}
