package org.clinicchat.examples.quickstart.day;

/** A part of the day that shows one thing. */
interface Scene {

    /** Its heading. */
    String title();

    /** Plays it. */
    void play(Stage stage);
}
