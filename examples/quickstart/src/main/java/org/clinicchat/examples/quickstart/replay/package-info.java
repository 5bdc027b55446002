/** Replays dialogues out of a CSV file, and checks that they come back. */
@NullMarked
package org.clinicchat.examples.quickstart.replay;

import org.jspecify.annotations.NullMarked;
