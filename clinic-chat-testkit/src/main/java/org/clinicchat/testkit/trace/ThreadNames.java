package org.clinicchat.testkit.trace;

/** The names of all threads and of their groups. */
record ThreadNames() implements Place {

    @Override
    public String name() {
        return "thread names";
    }

    @Override
    public void look(Search search) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            search.text("thread " + thread.getId(), thread.getName());
            ThreadGroup group = thread.getThreadGroup();
            while (group != null) {
                search.text("a group of thread " + thread.getId(), group.getName());
                group = group.getParent();
            }
        }
    }
}
