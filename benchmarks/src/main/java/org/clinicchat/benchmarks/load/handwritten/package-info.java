/** What a host would write by hand, on the library's own tables. */
@NullMarked
package org.clinicchat.benchmarks.load.handwritten;

import org.jspecify.annotations.NullMarked;
