package org.clinicchat.testkit.trace;

/** The system's properties. */
record SystemProperties() implements Place {

    @Override
    public String name() {
        return "system properties";
    }

    @Override
    public void look(Search search) {
        System.getProperties().forEach((name, value) -> {
            search.text("a property's name", name.toString());
            search.text(name.toString(), value.toString());
        });
    }
}
