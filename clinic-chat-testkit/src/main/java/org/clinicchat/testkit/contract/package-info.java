/**
 * What every adapter must keep, promise by promise. An adapter's test implements
 * {@link org.clinicchat.testkit.contract.StorageContract} (or one port's contract) and gives a storage; each test method is
 * one promise, and its Javadoc says which. Each test works in a clinic of its own with ids that no other test has, so that a
 * shared database needs no cleaning. No test waits for time to pass, and none is ever skipped.
 */
@NullMarked
package org.clinicchat.testkit.contract;

import org.jspecify.annotations.NullMarked;
