/** The people and the clinic: their ids, profiles, work groups and links, and who acts. */
@NullMarked
package org.clinicchat.people;

import org.jspecify.annotations.NullMarked;
