/** What a send costs. */
@NullMarked
package org.clinicchat.benchmarks;

import org.jspecify.annotations.NullMarked;
