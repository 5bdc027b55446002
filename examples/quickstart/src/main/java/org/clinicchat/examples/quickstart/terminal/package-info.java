/** What the program prints, and how it looks. */
@NullMarked
package org.clinicchat.examples.quickstart.terminal;

import org.jspecify.annotations.NullMarked;
