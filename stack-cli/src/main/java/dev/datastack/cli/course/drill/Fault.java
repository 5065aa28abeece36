package dev.datastack.cli.course.drill;

import java.util.List;

/** What a drill does to the stack, and how it sees that it is undone. */
interface Fault {
    void breakIn(Site site);

    /** What must be true again. */
    List<Sign> look(Site site);

    /** Removes what this fault left behind; the services are started again by whoever calls it. */
    default void clean(Site site) {}
}
