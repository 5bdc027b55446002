/** What a practitioner's list costs, by how long the history is. */
@NullMarked
package org.clinicchat.benchmarks.inbox;

import org.jspecify.annotations.NullMarked;
