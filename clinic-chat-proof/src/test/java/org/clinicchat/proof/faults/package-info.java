/**
 * Faults planted in the main code, one at a time, to see that the tests find them. They lie in {@code src/faults}, one a
 * file; {@link org.clinicchat.proof.faults.Campaign} plants them all.
 */
package org.clinicchat.proof.faults;
