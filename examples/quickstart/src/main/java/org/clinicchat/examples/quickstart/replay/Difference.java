package org.clinicchat.examples.quickstart.replay;

/**
 * Something that did not come back as it was sent.
 *
 * @param dialogue in which dialogue of the file
 * @param reader for whom: the practice or the patient
 * @param what what is different; without any of the text
 */
record Difference(int dialogue, String reader, String what) {}
