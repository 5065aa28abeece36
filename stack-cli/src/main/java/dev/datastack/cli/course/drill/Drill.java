package dev.datastack.cli.course.drill;

import java.util.List;

/**
 * One way in which a stack breaks. Its name gives the cause away no more than its {@code symptom} does, which is what a user
 * of the stack would say. The services are those that it touches, to be started again by an undo; the hints go from a nudge to
 * nearly the answer.
 */
public record Drill(String name, String symptom, List<String> services, List<String> hints) {}
