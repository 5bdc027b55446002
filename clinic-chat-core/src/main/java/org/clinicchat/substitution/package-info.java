/** Who may act for whom, now. */
@NullMarked
package org.clinicchat.substitution;

import org.jspecify.annotations.NullMarked;
