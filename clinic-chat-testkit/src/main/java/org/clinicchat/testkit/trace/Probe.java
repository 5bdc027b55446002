package org.clinicchat.testkit.trace;

/**
 * A text by which a search shows that it finds.
 *
 * @param number below 0, unlike those of the host's texts
 * @param text in the clear
 */
record Probe(int number, String text) {}
