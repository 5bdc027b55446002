/** A clinic's day on the terminal. */
@NullMarked
package org.clinicchat.examples.quickstart;

import org.jspecify.annotations.NullMarked;
