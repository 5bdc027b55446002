package org.clinicchat.examples.quickstart;

/** Tells a clinic's day on the terminal. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) {
        System.out.println("The clinic is about to open. " + String.join(" ", args));
    }
}
