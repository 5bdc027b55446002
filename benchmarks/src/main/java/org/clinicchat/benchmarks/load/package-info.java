/** The load program: ways to send a message, side by side on one server. */
@NullMarked
package org.clinicchat.benchmarks.load;

import org.jspecify.annotations.NullMarked;
