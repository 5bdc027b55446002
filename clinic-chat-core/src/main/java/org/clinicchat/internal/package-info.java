/** The shell: loads facts, decides, commits, signals. Not exported. */
@NullMarked
package org.clinicchat.internal;

import org.jspecify.annotations.NullMarked;
