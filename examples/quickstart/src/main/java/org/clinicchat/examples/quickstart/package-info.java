/** The quickstart: a clinic's day on the terminal, or dialogues out of a file. */
@NullMarked
package org.clinicchat.examples.quickstart;

import org.jspecify.annotations.NullMarked;
