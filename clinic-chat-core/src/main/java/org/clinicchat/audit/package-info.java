/** Who did what, when, and under which rule; never what was written. */
@NullMarked
package org.clinicchat.audit;

import org.jspecify.annotations.NullMarked;
