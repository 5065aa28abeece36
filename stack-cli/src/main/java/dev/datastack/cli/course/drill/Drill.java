package dev.datastack.cli.course.drill;

import java.util.List;

/** One way in which a stack breaks. Its name gives the cause away no more than its symptom does. */
public interface Drill {
    String name();

    /** What a user of the stack would say. */
    String symptom();

    /** From a nudge to nearly the answer. */
    List<String> hints();

    void breakIn(Site site);

    /** What must be true again. */
    List<Sign> look(Site site);

    /** The services that it touches, to be started again by an undo. */
    List<String> services();

    /** Removes what this drill left behind; its services are started again by whoever calls it. */
    default void clean(Site site) {}
}
