/** A clinic's day, told in scenes. */
@NullMarked
package org.clinicchat.examples.quickstart.day;

import org.jspecify.annotations.NullMarked;
