/**
 * Drills: each breaks the running stack in one way, looks whether it is repaired, and can restore it. What the learner is
 * told is the symptom; the cause is for them to find.
 */
@NullMarked
package dev.datastack.cli.course.drill;

import org.jspecify.annotations.NullMarked;
