/** What was measured, as lines, a CSV file and a plot. */
@NullMarked
package org.clinicchat.benchmarks.load.report;

import org.jspecify.annotations.NullMarked;
