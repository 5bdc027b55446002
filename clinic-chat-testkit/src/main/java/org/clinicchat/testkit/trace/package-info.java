/**
 * The trace hunt: looks everywhere for what is left of a text that was erased (ERA-7). Begin at
 * {@link org.clinicchat.testkit.trace.TraceHunt}.
 */
@NullMarked
package org.clinicchat.testkit.trace;

import org.jspecify.annotations.NullMarked;
